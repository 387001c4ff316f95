package cx.slinga.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A row ends in the one thing to do next. */
class NextStepTest {
  private static final Instant THEN = Instant.parse("2018-05-20T10:00:00Z");

  private final CaseRow untouched = SomeCase.row(CaseState.OPEN, null, null, null, 0, 0);
  private final CaseRow contacted = SomeCase.row(CaseState.IN_CONTACT, THEN, null, null, 0, 0);
  private final CaseRow analysed = SomeCase.row(CaseState.ANALYSED, THEN, THEN, null, 0, 0);
  private final CaseRow acting = SomeCase.row(CaseState.ACTING, THEN, THEN, null, 2, 1);
  private final CaseRow done = SomeCase.row(CaseState.ACTING, THEN, THEN, null, 2, 0);
  private final CaseRow resolved = SomeCase.row(CaseState.RESOLVED, THEN, THEN, THEN, 2, 0);
  private final CaseRow halfDone = SomeCase.row(CaseState.RESOLVED, THEN, null, THEN, 2, 0);

  @Test
  void theOwnerGoesFromContactToResolution() {
    assertEquals(NextStep.CONTACT, NextStep.of(untouched, true, false));
    assertEquals(NextStep.ANALYSE, NextStep.of(contacted, true, false));
    assertEquals(NextStep.PLAN, NextStep.of(analysed, true, false));
    assertEquals(NextStep.ACT, NextStep.of(acting, true, false));
    assertEquals(NextStep.RESOLVE, NextStep.of(done, true, false));
  }

  @Test
  void theCustomerOfAReopenedCaseIsContactedFirst() {
    CaseRow reopened = SomeCase.row(CaseState.REOPENED, THEN, THEN, null, 2, 0);
    assertEquals(NextStep.CONTACT, NextStep.of(reopened, true, false));
  }

  @Test
  void whoDoesNotOwnItOpensIt() {
    assertEquals(NextStep.OPEN, NextStep.of(untouched, false, true));
  }

  @Test
  void closingIsOfferedWhenNothingIsMissingAndOnlyToWhoCloses() {
    assertEquals(NextStep.CLOSE, NextStep.of(resolved, false, true));
    assertEquals(NextStep.OPEN, NextStep.of(resolved, true, false));
  }

  @Test
  void aResolvedCaseThatMissesItsCauseIsAnalysedBeforeItIsClosed() {
    assertEquals(NextStep.ANALYSE, NextStep.of(halfDone, true, true));
  }
}
