package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case cannot be without on the day it is opened. Owner and all three due times are given: a
 * case without an owner or a deadline cannot exist.
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
    Instant resolutionDueAt) {

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
