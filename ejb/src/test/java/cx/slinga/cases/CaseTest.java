package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.clocks.CaseClock;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.Severity;
import cx.slinga.clocks.TestPolicies;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final Instant OPENED = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant LATER = OPENED.plus(Duration.ofHours(3));
  private static final UUID PERSON = Ids.next();
  private static final UUID OTHER = Ids.next();
  private static final UUID TOUCHPOINT = Ids.next();
  private static final UUID DEPARTMENT = Ids.next();

  private final Case subject =
      new Case(
          new CaseOpening(
              Ids.next(),
              "SL-2026-000001",
              1,
              Ids.next(),
              Severity.NORMAL,
              4,
              PERSON,
              OPENED,
              TOUCHPOINT,
              DEPARTMENT,
              CalendarKey.SWEDEN,
              OPENED.plus(Duration.ofDays(2)),
              OPENED.plus(Duration.ofDays(10)),
              OPENED.plus(Duration.ofDays(30)),
              1));

  @Test
  void aRejectedCauseDoesNotCountForClosing() {
    workedThrough();
    NamedCause rejected = new NamedCause(true, PlanCounts.NONE, Carrier.NONE);
    assertEquals(List.of(ClosingPoint.CAUSE_STANDS), subject.missingForClosing(rejected));
    CaseNotClosable refusal =
        assertThrows(CaseNotClosable.class, () -> subject.close(rejected, OTHER, false, LATER));
    assertEquals(List.of(ClosingPoint.CAUSE_STANDS), refusal.missing());
  }

  @Test
  void isBornOpenWithTheContactClockRunning() {
    assertEquals(CaseState.OPEN, subject.state());
    assertEquals(ClockKind.CONTACT, subject.nextClock());
    assertEquals(OPENED.plus(Duration.ofDays(2)), subject.nextDueAt());
  }

  @Test
  void aReachedCustomerStopsTheContactClock() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.REACHED, LATER);
    assertEquals(CaseState.IN_CONTACT, subject.state());
    assertEquals(ClockKind.ANALYSIS, subject.nextClock());
  }

  @Test
  void noAnswerLeavesTheContactClockRunning() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    assertEquals(CaseState.IN_CONTACT, subject.state());
    assertEquals(ClockKind.CONTACT, subject.nextClock());
    assertTrue(subject.missingForClosing(NamedCause.NONE).contains(ClosingPoint.CONTACT));
  }

  @Test
  void aLaterNoAnswerDoesNotUndoThatTheCustomerWasReached() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.REACHED, LATER);
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    assertFalse(subject.missingForClosing(NamedCause.NONE).contains(ClosingPoint.CONTACT));
  }

  @Test
  void aCauseStopsTheAnalysisClock() {
    contactAndAnalyse();
    assertEquals(CaseState.ANALYSED, subject.state());
    assertEquals(ClockKind.RESOLUTION, subject.nextClock());
  }

  @Test
  void anActionMovesAnAnalysedCaseToActing() {
    contactAndAnalyse();
    subject.actionAdded();
    assertEquals(CaseState.ACTING, subject.state());
  }

  @Test
  void closingAnUntouchedCaseNamesEveryMissingPoint() {
    CaseNotClosable refusal =
        assertThrows(
            CaseNotClosable.class, () -> subject.close(NamedCause.NONE, OTHER, false, LATER));
    assertEquals(
        List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE, ClosingPoint.PLAN, ClosingPoint.RESOLVED),
        refusal.missing());
    assertEquals(CaseState.OPEN, subject.state());
  }

  @Test
  void anOpenActionKeepsAResolvedCaseFromClosing() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    CaseNotClosable refusal =
        assertThrows(
            CaseNotClosable.class, () -> subject.close(NamedCause.NONE, OTHER, false, LATER));
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), refusal.missing());
  }

  @Test
  void aCaseWithNothingMissingIsClosed() {
    workedThrough();
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    assertEquals(CaseState.CLOSED, subject.state());
    assertNull(subject.nextDueAt());
  }

  @Test
  void whoResolvedItDoesNotCloseItAsWell() {
    workedThrough();
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> subject.close(NamedCause.NONE, PERSON, false, LATER));
    assertEquals("case.four-eyes", refusal.key());
    assertEquals(CaseState.RESOLVED, subject.state());
  }

  @Test
  void whoResolvedItClosesItWhereTheirRoleSaysSo() {
    workedThrough();
    subject.close(NamedCause.NONE, PERSON, true, LATER);
    assertEquals(CaseState.CLOSED, subject.state());
  }

  @Test
  void aScoreIsNotHeardAgainBeforeTheCaseIsSolved() {
    contactAndAnalyse();
    assertEquals(
        "recovery.too-early",
        assertThrows(BusinessException.class, () -> subject.heardAgain(9, LATER)).key());
  }

  @Test
  void whatTheCustomerAnswersAfterTheClosingIsKeptWhateverBecameOfTheCase() {
    workedThrough();
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    subject.reopen("the customer wrote again", TestPolicies.USUAL, LATER);
    CaseEvent event = subject.answeredAgain(9, LATER);
    assertEquals("9", event.changes().get("recoveredScore").after());
  }

  @Test
  void closedCaseRefusesNewAction() {
    workedThrough();
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    assertEquals("case.ended", assertThrows(BusinessException.class, subject::actionAdded).key());
  }

  @Test
  void whatARunningProjectCarriesOnDoesNotKeepTheCaseOpen() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.actionAdded();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    NamedCause removed =
        new NamedCause(false, new PlanCounts(1, 1), new Carrier("PR-2026-0001", 4, 0));
    assertEquals(List.of(), subject.missingForClosing(removed));
    subject.close(removed, OTHER, false, LATER);
    subject.actionEnded();
    assertEquals(CaseState.CLOSED, subject.state());
  }

  @Test
  void whatIsPromisedToTheCustomerIsDoneBeforeTheCaseIsClosed() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.actionAdded();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    NamedCause removed = new NamedCause(false, PlanCounts.NONE, new Carrier("PR-2026-0001", 4, 1));
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), subject.missingForClosing(removed));
  }

  @Test
  void whatAnEndedProjectPlannedIsAPlanButCarriesNothingOn() {
    contactAndAnalyse();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    NamedCause removed = new NamedCause(false, PlanCounts.NONE, new Carrier(null, 4, 0));
    assertEquals(List.of(), subject.missingForClosing(removed));
    subject.actionAdded();
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), subject.missingForClosing(removed));
  }

  @Test
  void aCaseOnWhichNothingWasDoneIsNotResolved() {
    CaseNotResolvable refusal =
        assertThrows(
            CaseNotResolvable.class, () -> subject.resolve(NamedCause.NONE, PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE), refusal.missing());
    assertEquals(CaseState.OPEN, subject.state());
  }

  @Test
  void anAttemptAndACauseAreEnoughToResolve() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    CaseNotResolvable refusal =
        assertThrows(
            CaseNotResolvable.class, () -> subject.resolve(NamedCause.NONE, PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CAUSE), refusal.missing());
    contactAndAnalyse();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    assertEquals(CaseState.RESOLVED, subject.state());
  }

  @Test
  void aRejectedCauseDoesNotCountForResolving() {
    contactAndAnalyse();
    NamedCause rejected = new NamedCause(true, PlanCounts.NONE, Carrier.NONE);
    CaseNotResolvable refusal =
        assertThrows(CaseNotResolvable.class, () -> subject.resolve(rejected, PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CAUSE_STANDS), refusal.missing());
    assertEquals(CaseState.ANALYSED, subject.state());
  }

  @Test
  void aResolvedCaseStillTakesTheActionThatClosingWants() {
    contactAndAnalyse();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    subject.actionAdded();
    assertEquals(CaseState.RESOLVED, subject.state());
    assertTrue(subject.missingForClosing(NamedCause.NONE).contains(ClosingPoint.ACTIONS_DONE));
  }

  @Test
  void aResolvedCaseHasNoRunningClock() {
    contactAndAnalyse();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    assertNull(subject.nextClock());
    assertFalse(subject.isOverdue(OPENED.plus(Duration.ofDays(300))));
  }

  @Test
  void reopeningStartsTheResolutionClockAnew() {
    workedThrough();
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    Instant reopened = LATER.plus(Duration.ofDays(100));
    subject.reopen("the customer wrote again", TestPolicies.USUAL, reopened);
    assertEquals(CaseState.REOPENED, subject.state());
    assertEquals(ClockKind.RESOLUTION, subject.nextClock());
    assertEquals(
        WorkingCalendars.of(CalendarKey.SWEDEN).add(reopened, Duration.ofHours(30 * 9)),
        subject.nextDueAt());
    assertEquals(SegmentState.STOPPED, subject.clock(ClockKind.CONTACT).state());
  }

  @Test
  void theCustomerOfAReopenedCaseIsContactedOnceMoreBeforeItIsResolved() {
    workedThrough();
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    subject.reopenAsNegativeAgain(2, TestPolicies.USUAL, LATER);
    CaseNotResolvable refusal =
        assertThrows(
            CaseNotResolvable.class, () -> subject.resolve(NamedCause.NONE, PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CONTACT_ANEW), refusal.missing());
    assertEquals(
        List.of(ClosingPoint.CONTACT_ANEW, ClosingPoint.RESOLVED),
        subject.missingForClosing(NamedCause.NONE));
    subject.contact(ContactChannel.PHONE, ContactOutcome.NOT_POSSIBLE, LATER);
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    subject.close(NamedCause.NONE, OTHER, false, LATER);
    assertEquals(CaseState.CLOSED, subject.state());
  }

  @Test
  void anAttemptAfterTheReopeningIsEnoughToResolveButNotToClose() {
    workedThrough();
    subject.reopen("the sign fell down", TestPolicies.USUAL, LATER);
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    assertEquals(List.of(ClosingPoint.CONTACT_ANEW), subject.missingForClosing(NamedCause.NONE));
  }

  @Test
  void aReopenedCaseWhoseCustomerNobodyReachedBeforeWantsTheContactAsAnyOther() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    subject.dismiss(DismissalReason.TEST, "no", LATER);
    subject.reopen("it was one", TestPolicies.USUAL, LATER);
    assertTrue(subject.missingForClosing(NamedCause.NONE).contains(ClosingPoint.CONTACT));
  }

  @Test
  void aPausedCaseIsNeverLate() {
    subject.pause(PauseReason.CUSTOMER, null, PERSON, LATER);
    assertNull(subject.nextClock());
    assertFalse(subject.isOverdue(OPENED.plus(Duration.ofDays(300))));
  }

  @Test
  void aClockThatWasLateBeforeThePauseStaysLate() {
    Instant late = OPENED.plus(Duration.ofDays(3));
    Case opened = TestPolicies.opened(OPENED, Severity.CRITICAL);
    opened.pause(PauseReason.SUPPLIER, null, PERSON, late);
    assertEquals(ClockKind.CONTACT, opened.nextClock());
    assertTrue(opened.isOverdue(late));
  }

  @Test
  void resumingMovesTheDueTimeByTheWorkingTimeOfThePause() {
    Case opened = TestPolicies.opened(OPENED, Severity.NORMAL);
    Instant before = opened.clock(ClockKind.RESOLUTION).due(TestPolicies.USUAL, CalendarKey.SWEDEN);
    Instant resumed = LATER.plus(Duration.ofDays(7));
    opened.pause(PauseReason.CUSTOMER, null, PERSON, LATER);
    opened.resume(TestPolicies.USUAL, PERSON, resumed);
    Instant after = opened.clock(ClockKind.RESOLUTION).due(TestPolicies.USUAL, CalendarKey.SWEDEN);
    assertEquals(
        WorkingCalendars.of(CalendarKey.SWEDEN).between(LATER, resumed),
        WorkingCalendars.of(CalendarKey.SWEDEN).between(before, after));
    assertEquals(ClockKind.CONTACT, opened.nextClock());
  }

  @Test
  void aPausedCaseIsNotPausedAgain() {
    subject.pause(PauseReason.CUSTOMER, null, PERSON, LATER);
    assertEquals(
        "case.already-paused",
        assertThrows(
                BusinessException.class,
                () -> subject.pause(PauseReason.SUPPLIER, null, PERSON, LATER))
            .key());
  }

  @Test
  void aRunningCaseIsNotResumed() {
    assertEquals(
        "case.not-paused",
        assertThrows(
                BusinessException.class, () -> subject.resume(TestPolicies.USUAL, PERSON, LATER))
            .key());
  }

  @Test
  void anotherReasonForAPauseIsSaidInTheNote() {
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> subject.pause(PauseReason.OTHER, " ", PERSON, LATER));
    assertEquals("note", refusal.field());
    assertNull(subject.pausedAt());
  }

  @Test
  void closingAPausedCaseEndsThePause() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.actionEnded();
    subject.pause(PauseReason.CUSTOMER, null, PERSON, LATER);
    subject.resolve(NamedCause.NONE, PERSON, LATER);
    assertNull(subject.pausedAt());
    assertEquals(SegmentState.STOPPED, subject.clock(ClockKind.RESOLUTION).state());
  }

  @Test
  void theTimeInWhichItWasClosedIsNotPending() {
    Case opened = TestPolicies.opened(OPENED, Severity.NORMAL);
    opened.dismiss(DismissalReason.TEST, "no", LATER);
    Instant reopened = LATER.plus(Duration.ofDays(100));
    opened.reopen("it was one", TestPolicies.USUAL, reopened);
    CaseClock contact = opened.clock(ClockKind.CONTACT);
    assertEquals(
        WorkingCalendars.of(CalendarKey.SWEDEN).between(OPENED, LATER),
        contact.used(TestPolicies.USUAL, CalendarKey.SWEDEN, reopened));
    assertFalse(opened.isOverdue(reopened));
  }

  @Test
  void anotherSeverityKeepsTheTimeThatWasUsed() {
    Case opened = TestPolicies.opened(OPENED, Severity.NORMAL);
    Instant noon = Instant.parse("2026-03-02T11:00:00Z");
    opened.changeSeverity(Severity.CRITICAL, TestPolicies.USUAL, PERSON, noon);
    // three of the four hours were used
    assertEquals(noon.plus(Duration.ofHours(1)), opened.nextDueAt());
  }

  @Test
  void nobodyIsLateBeforeTheShorterPromiseWasMade() {
    Case opened = TestPolicies.opened(OPENED, Severity.NORMAL);
    Instant later = Instant.parse("2026-03-02T14:30:00Z");
    opened.changeSeverity(Severity.CRITICAL, TestPolicies.USUAL, PERSON, later);
    assertEquals(later, opened.nextDueAt());
  }

  @Test
  void theSameSeverityAgainIsNoChange() {
    assertThrows(
        BusinessException.class,
        () -> subject.changeSeverity(Severity.NORMAL, TestPolicies.USUAL, PERSON, LATER));
  }

  @Test
  void anActiveCaseIsNotReopened() {
    assertThrows(
        BusinessException.class, () -> subject.reopen("why not", TestPolicies.USUAL, LATER));
  }

  @Test
  void dismissingNeedsANote() {
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> subject.dismiss(DismissalReason.DUPLICATE, "  ", LATER));
    assertEquals("note", refusal.field());
    assertEquals(CaseState.OPEN, subject.state());
  }

  @Test
  void isOverdueOnceTheNextClockHasRung() {
    assertFalse(subject.isOverdue(OPENED.plus(Duration.ofDays(2))));
    assertTrue(subject.isOverdue(OPENED.plus(Duration.ofDays(2)).plusSeconds(1)));
  }

  @Test
  void theEventOfAVerbNamesStateBeforeAndAfter() {
    contactAndAnalyse();
    CaseEvent event = subject.resolve(NamedCause.NONE, PERSON, LATER);
    assertEquals("case.resolved", event.verb());
    assertEquals("ANALYSED", event.changes().get("state").before());
    assertEquals("RESOLVED", event.changes().get("state").after());
  }

  private void contactAndAnalyse() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.REACHED, LATER);
    subject.analyse(
        Ids.next(), TOUCHPOINT, DEPARTMENT, TOUCHPOINT, DEPARTMENT, List.of("why"), LATER);
  }

  private void workedThrough() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.actionEnded();
    subject.resolve(NamedCause.NONE, PERSON, LATER);
  }
}
