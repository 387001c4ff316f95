package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a clock is due when it is. */
class DueReasonTest {
  /** Wednesday 09:12 in Sweden. */
  private static final Instant OPENED = Instant.parse("2018-05-16T07:12:00Z");

  /** Fifteen working days later, over three weekends and the National Day of Sweden. */
  private static final Instant DUE = Instant.parse("2018-06-07T07:12:00Z");

  @Test
  void namesTheHolidaysBetweenStartAndDue() {
    assertEquals(
        List.of(new ClosedDay(LocalDate.of(2018, 6, 6), "NATIONAL_DAY")),
        reason(CalendarKey.SWEDEN, DUE).closedDays());
  }

  @Test
  void aDueTimeThatFollowsFromThePolicyIsByPolicy() {
    assertTrue(reason(CalendarKey.SWEDEN, DUE).byPolicy());
  }

  @Test
  void aDueTimeOfAnotherPolicyIsNot() {
    assertFalse(reason(CalendarKey.SWEDEN, DUE.plus(Duration.ofHours(1))).byPolicy());
  }

  @Test
  void whereEveryHourCountsNoDayIsClosed() {
    assertEquals(List.of(), reason(CalendarKey.ALWAYS_OPEN, DUE).closedDays());
  }

  private static DueReason reason(CalendarKey calendar, Instant due) {
    return DueReason.of(ClockKind.RESOLUTION, Allowance.workingDays(15), calendar, OPENED, due);
  }
}
