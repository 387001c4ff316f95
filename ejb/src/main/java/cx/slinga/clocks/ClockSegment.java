package cx.slinga.clocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clock does from one moment until its next segment. Written once, never changed.
 *
 * @param policyVersion the service level under which it counts
 * @param severity the severity under which it counts
 * @param note what the person said about a pause
 * @param personId who paused, resumed or changed it; null where the case's own course did
 */
public record ClockSegment(
    ClockKind clock,
    SegmentState state,
    Instant from,
    int policyVersion,
    Severity severity,
    SegmentReason reason,
    @Nullable String note,
    @Nullable UUID personId) {

  public ClockSegment {
    from = from.truncatedTo(ChronoUnit.MICROS); // what the database keeps
  }
}
