package cx.slinga.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk job, how far it is and what came of it.
 *
 * @param requestedBy name of the person
 * @param named how many cases the selection named; more than {@code total} when it was capped
 * @param total how many were taken
 * @param reached how many of them are settled
 * @param done how many of those were changed
 * @param refused how many of those were not, each with a reason
 * @param cancelling somebody asked it to stop; it does at the next step
 */
public record BulkRow(
    UUID id,
    String verb,
    BulkState state,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int named,
    int total,
    int reached,
    int done,
    int refused,
    boolean cancelling,
    @Nullable String failureKey,
    List<String> failureArgs) {
  public BulkRow {
    failureArgs = List.copyOf(failureArgs);
  }

  /** 0 to 100; 100 only when all are settled. */
  public int percent() {
    return total == 0 ? 100 : (int) (100L * reached / total);
  }
}
