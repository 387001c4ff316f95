package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
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
              OPENED.plus(Duration.ofDays(30))));

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
    assertTrue(subject.missingForClosing().contains(ClosingPoint.CONTACT));
  }

  @Test
  void aLaterNoAnswerDoesNotUndoThatTheCustomerWasReached() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.REACHED, LATER);
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    assertFalse(subject.missingForClosing().contains(ClosingPoint.CONTACT));
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
    CaseNotClosable refusal = assertThrows(CaseNotClosable.class, () -> subject.close(LATER));
    assertEquals(
        List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE, ClosingPoint.PLAN, ClosingPoint.RESOLVED),
        refusal.missing());
    assertEquals(CaseState.OPEN, subject.state());
  }

  @Test
  void anOpenActionKeepsAResolvedCaseFromClosing() {
    contactAndAnalyse();
    subject.actionAdded();
    subject.resolve(PERSON, LATER);
    CaseNotClosable refusal = assertThrows(CaseNotClosable.class, () -> subject.close(LATER));
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), refusal.missing());
  }

  @Test
  void aCaseWithNothingMissingIsClosed() {
    workedThrough();
    subject.close(LATER);
    assertEquals(CaseState.CLOSED, subject.state());
    assertNull(subject.nextDueAt());
  }

  @Test
  void closedCaseRefusesNewAction() {
    workedThrough();
    subject.close(LATER);
    assertEquals("case.ended", assertThrows(BusinessException.class, subject::actionAdded).key());
  }

  @Test
  void aCaseOnWhichNothingWasDoneIsNotResolved() {
    CaseNotResolvable refusal =
        assertThrows(CaseNotResolvable.class, () -> subject.resolve(PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE), refusal.missing());
    assertEquals(CaseState.OPEN, subject.state());
  }

  @Test
  void anAttemptAndACauseAreEnoughToResolve() {
    subject.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, LATER);
    CaseNotResolvable refusal =
        assertThrows(CaseNotResolvable.class, () -> subject.resolve(PERSON, LATER));
    assertEquals(List.of(ClosingPoint.CAUSE), refusal.missing());
    contactAndAnalyse();
    subject.resolve(PERSON, LATER);
    assertEquals(CaseState.RESOLVED, subject.state());
  }

  @Test
  void aResolvedCaseStillTakesTheActionThatClosingWants() {
    contactAndAnalyse();
    subject.resolve(PERSON, LATER);
    subject.actionAdded();
    assertEquals(CaseState.RESOLVED, subject.state());
    assertTrue(subject.missingForClosing().contains(ClosingPoint.ACTIONS_DONE));
  }

  @Test
  void aResolvedCaseHasNoRunningClock() {
    contactAndAnalyse();
    subject.resolve(PERSON, LATER);
    assertNull(subject.nextClock());
    assertFalse(subject.isOverdue(OPENED.plus(Duration.ofDays(300))));
  }

  @Test
  void reopeningStartsTheResolutionClockAnew() {
    workedThrough();
    subject.close(LATER);
    Instant due = LATER.plus(Duration.ofDays(30));
    subject.reopen("the customer wrote again", due);
    assertEquals(CaseState.REOPENED, subject.state());
    assertEquals(ClockKind.RESOLUTION, subject.nextClock());
    assertEquals(due, subject.nextDueAt());
    assertEquals(List.of(ClosingPoint.RESOLVED), subject.missingForClosing());
  }

  @Test
  void anActiveCaseIsNotReopened() {
    assertThrows(BusinessException.class, () -> subject.reopen("why not", LATER));
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
    CaseEvent event = subject.resolve(PERSON, LATER);
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
    subject.resolve(PERSON, LATER);
  }
}
