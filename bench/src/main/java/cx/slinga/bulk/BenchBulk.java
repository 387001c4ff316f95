package cx.slinga.bulk;

import cx.slinga.bulk.BulkJobs.Job;
import cx.slinga.cases.CaseSort;
import cx.slinga.shared.Wired;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The product's bulk job from the request to its end, outside the container. */
public final class BenchBulk {
  private final Wired wired;

  public BenchBulk(Wired wired) {
    this.wired = wired;
  }

  /** Assigns them all as one job; fails when any is refused. */
  public int assign(String who, String owner, List<String> numbers) {
    StartBulk command =
        new StartBulk("assign", new BulkInput(Map.of("owner", owner)), numbers, null, CaseSort.DUE);
    wired.as(who);
    UUID id = wired.in(() -> wired.get(BulkService.class).start(command));
    BulkSteps steps = wired.get(BulkSteps.class);
    Job job = Objects.requireNonNull(wired.in(() -> steps.begin(id)));
    int reached = 0;
    while (reached >= 0) {
      int from = reached;
      reached = wired.in(() -> steps.settle(job, from));
    }
    BulkRow row = wired.get(BulkQueries.class).get(id);
    if (row.done() != numbers.size()) {
      throw new IllegalStateException("not all were assigned: " + row);
    }
    return row.done();
  }
}
