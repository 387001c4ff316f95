package cx.slinga.servicelevel;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.Wired;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Another promise, and the job that lets the open cases follow it. */
public final class BenchFollow {
  private final Wired wired;

  public BenchFollow(Wired wired) {
    this.wired = wired;
  }

  /**
   * Promises so many days more on every clock and works the job off, each step in its transaction.
   *
   * @return how many cases are due otherwise
   */
  public int promise(String who, int days) {
    List<ChangeServiceLevels.Promise> promises = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (ClockKind clock : ClockKind.values()) {
        promises.add(
            new ChangeServiceLevels.Promise(
                severity, clock, days + clock.ordinal(), AllowanceUnit.WORKING_DAYS));
      }
    }
    wired.as(who);
    wired.in(
        () ->
            wired
                .get(ServiceLevelService.class)
                .change(new ChangeServiceLevels(null, promises, List.of(), null)));
    FollowSteps steps = wired.get(FollowSteps.class);
    UUID id = wired.get(FollowQueries.class).latest(1).get(0).id();
    FollowJobs.Job job = wired.in(() -> steps.begin(id));
    UUID reached = job == null ? null : job.reached();
    while (job != null && reached != null) {
      UUID from = reached;
      reached = wired.in(() -> steps.step(job, from));
    }
    return wired.get(FollowQueries.class).latest(1).get(0).moved();
  }
}
