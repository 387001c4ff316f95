package cx.slinga.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.cases.Case;
import cx.slinga.cases.DismissalReason;
import cx.slinga.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why a clock is due when it is. */
class DueReasonTest {
  /** Wednesday 09:12 in Sweden. */
  private static final Instant OPENED = Instant.parse("2018-05-16T07:12:00Z");

  /** Fifteen working days later, over three weekends and the National Day of Sweden. */
  private static final Instant DUE = Instant.parse("2018-06-07T07:12:00Z");

  private static final Instant PAUSED = Instant.parse("2018-05-18T11:05:00Z");
  private static final Instant RESUMED = Instant.parse("2018-05-22T07:30:00Z");
  private static final UUID KARIN = Ids.next();

  private final Case subject = TestPolicies.opened(OPENED, Severity.HIGH);

  @Test
  void namesTheHolidaysBetweenStartAndDue() {
    assertEquals(
        List.of(new ClosedDay(LocalDate.of(2018, 6, 6), "NATIONAL_DAY")),
        reason(CalendarKey.SWEDEN).closedDays());
  }

  @Test
  void followsFromAllowanceAndCalendar() {
    DueReason reason = reason(CalendarKey.SWEDEN);
    assertEquals(Allowance.workingDays(15), reason.allowance());
    assertEquals(OPENED, reason.from());
    assertEquals(DUE, reason.due());
    assertEquals(1, reason.policyVersion());
  }

  @Test
  void whereEveryHourCountsNoDayIsClosed() {
    assertEquals(List.of(), reason(CalendarKey.ALWAYS_OPEN).closedDays());
  }

  @Test
  void tellsThePauseWithWhoAndWhyAndHowMuchWorkingTimeItTook() {
    subject.pause(PauseReason.CUSTOMER, "sends the booking", KARIN, PAUSED);
    subject.resume(TestPolicies.USUAL, KARIN, RESUMED);
    DueReason reason = reason(CalendarKey.SWEDEN);
    assertEquals(
        List.of(
            new DueReason.Pause(
                PAUSED,
                RESUMED,
                SegmentReason.CUSTOMER,
                "sends the booking",
                "Karin",
                Duration.ofHours(14).plusMinutes(25))),
        reason.pauses());
    assertEquals(DUE, reason.firstDue());
    assertEquals(Instant.parse("2018-06-08T12:37:00Z"), reason.due());
  }

  @Test
  void aPauseThatLastsHasNoEnd() {
    subject.pause(PauseReason.CUSTOMER, null, KARIN, PAUSED);
    DueReason reason = reason(CalendarKey.SWEDEN);
    assertNull(reason.pauses().get(0).to());
    assertEquals(SegmentState.PAUSED, reason.state());
  }

  @Test
  void tellsThatTheSeverityChangedAndWhatHadBeenUsed() {
    subject.changeSeverity(Severity.CRITICAL, TestPolicies.USUAL, KARIN, OPENED.plusSeconds(3600));
    DueReason.Change change = reason(CalendarKey.SWEDEN).changes().get(0);
    assertEquals(SegmentReason.SEVERITY_CHANGED, change.reason());
    assertEquals(Duration.ofHours(1), change.used());
    assertEquals("Karin", change.by());
  }

  @Test
  void afterAReopeningOnlyTheNewRunIsTold() {
    subject.pause(PauseReason.CUSTOMER, null, KARIN, PAUSED);
    subject.dismiss(DismissalReason.TEST, "no", RESUMED);
    subject.reopen("again", TestPolicies.USUAL, DUE);
    DueReason reason = reason(CalendarKey.SWEDEN);
    assertTrue(reason.anew());
    assertEquals(DUE, reason.from());
    assertEquals(List.of(), reason.pauses());
  }

  private DueReason reason(CalendarKey calendar) {
    return DueReason.of(
        subject.clock(ClockKind.RESOLUTION),
        TestPolicies.USUAL,
        calendar,
        DUE,
        Map.of(KARIN, "Karin"));
  }
}
