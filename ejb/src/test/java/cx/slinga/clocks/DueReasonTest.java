package cx.slinga.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.Case;
import cx.slinga.cases.DismissalReason;
import cx.slinga.shared.Ids;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

  @Test
  void tellsTheFirstPromiseAndWhatTheNextOneCameTo() {
    subject.changeSeverity(Severity.CRITICAL, TestPolicies.USUAL, KARIN, OPENED.plusSeconds(3600));
    DueReason reason = reason(CalendarKey.SWEDEN);
    assertEquals(Allowance.workingDays(15), reason.promised().allowance());
    assertEquals(Severity.HIGH, reason.promised().severity());
    assertEquals(DUE, reason.firstDue());
    DueReason.Change change = reason.changes().get(0);
    assertEquals(Allowance.workingDays(5), change.promise().allowance());
    assertEquals(reason.due(), change.due());
    assertFalse(change.otherHours());
  }

  @Test
  void aNewVersionThatMovesNothingForThisClockIsNotTold() {
    // late since long; a shorter promise does not change since when
    ServicePolicies policies = versions(15, 10);
    DueReason reason = told(policies, segment(OPENED, 1), segment(DUE.plusSeconds(86_400), 2));
    assertEquals(List.of(), reason.changes());
    assertEquals(DUE, reason.due());
  }

  @Test
  void versionsTriedAfterEachOtherAreToldByTheLast() {
    ServicePolicies policies = versions(15, 3, 30, 20);
    DueReason reason =
        told(
            policies,
            segment(OPENED, 1),
            segment(PAUSED, 2),
            segment(PAUSED.plusSeconds(300), 3),
            segment(PAUSED.plusSeconds(900), 4));
    assertEquals(List.of(4), reason.changes().stream().map(c -> c.policyVersion()).toList());
    DueReason back =
        told(
            versions(15, 3, 15),
            segment(OPENED, 1),
            segment(PAUSED, 2),
            segment(PAUSED.plusSeconds(300), 3));
    assertEquals(List.of(), back.changes());
  }

  @Test
  void otherHoursThatMovedNothingAreToldWithTheChangeThatDoes() {
    ServicePolicy first = TestPolicies.usual(1);
    Map<CalendarKey, WorkingCalendar> shorter = new HashMap<>(first.calendars());
    shorter.put(
        CalendarKey.SWEDEN,
        WorkingCalendars.of(
            CalendarKey.SWEDEN, Map.of(DayOfWeek.MONDAY, List.of(TimeBlock.of("08:00", "12:00")))));
    ServicePolicies policies =
        new ServicePolicies(
            List.of(
                first,
                new ServicePolicy(2, first.allowances(), shorter),
                new ServicePolicy(3, versions(300).current().allowances(), shorter)));
    DueReason reason =
        told(
            policies,
            segment(OPENED, 1),
            segment(DUE.plusSeconds(3_600), 2),
            segment(DUE.plusSeconds(8 * 86_400), 3));
    assertEquals(List.of(3), reason.changes().stream().map(c -> c.policyVersion()).toList());
    assertTrue(reason.changes().get(0).otherHours());
  }

  @Test
  void whatBecameLateBeforeALongerPromiseIsStillTold() {
    Instant later = DUE.plusSeconds(86_400);
    DueReason reason = told(versions(15, 300), segment(OPENED, 1), segment(later, 2));
    assertTrue(reason.due().isAfter(later));
    assertEquals(List.of(DUE), reason.becameLate());
  }

  private static DueReason told(ServicePolicies policies, ClockSegment... segments) {
    return DueReason.of(
        new CaseClock(ClockKind.RESOLUTION, List.of(segments)),
        policies,
        CalendarKey.SWEDEN,
        DUE.plusSeconds(2 * 86_400),
        Map.of());
  }

  private static ClockSegment segment(Instant from, int version) {
    return new ClockSegment(
        ClockKind.RESOLUTION,
        SegmentState.RUNNING,
        from,
        version,
        Severity.HIGH,
        version == 1 ? SegmentReason.OPENED : SegmentReason.POLICY_CHANGED,
        null,
        null);
  }

  /** Versions that promise so many working days for a grave case, and else the usual. */
  private static ServicePolicies versions(int... days) {
    List<ServicePolicy> all = new ArrayList<>();
    for (int promised : days) {
      ServicePolicy usual = TestPolicies.usual(all.size() + 1);
      Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>(usual.allowances());
      allowances.put(
          new ServiceLevels.Key(Severity.HIGH, ClockKind.RESOLUTION),
          Allowance.workingDays(promised));
      all.add(new ServicePolicy(all.size() + 1, allowances, usual.calendars()));
    }
    return new ServicePolicies(all);
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
