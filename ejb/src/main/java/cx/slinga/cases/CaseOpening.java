package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case cannot be without on the day it is opened. Owner and all three due times are given: a
 * case without an owner or a deadline cannot exist.
 *
 * @param policyVersion the service level that the due times follow from
 */
public record CaseOpening(
    UUID id,
    String number,
    long responseId,
    UUID surveyId,
    Severity severity,
    @Nullable Integer score,
    UUID ownerId,
    Instant openedAt,
    @Nullable UUID symptomTouchpointId,
    @Nullable UUID symptomDepartmentId,
    CalendarKey calendar,
    Instant contactDueAt,
    Instant analysisDueAt,
    Instant resolutionDueAt,
    int policyVersion) {

  /** With which a clock begins. */
  public ClockSegment segment(ClockKind clock) {
    return new ClockSegment(
        clock,
        SegmentState.RUNNING,
        openedAt,
        policyVersion,
        severity,
        SegmentReason.OPENED,
        null,
        null);
  }

  /** The clock that rings first. */
  public ClockKind nextClock() {
    return nextDueAt().equals(contactDueAt)
        ? ClockKind.CONTACT
        : nextDueAt().equals(analysisDueAt) ? ClockKind.ANALYSIS : ClockKind.RESOLUTION;
  }

  /** When it rings. */
  public Instant nextDueAt() {
    Instant first = contactDueAt.isBefore(analysisDueAt) ? contactDueAt : analysisDueAt;
    return first.isBefore(resolutionDueAt) ? first : resolutionDueAt;
  }
}
