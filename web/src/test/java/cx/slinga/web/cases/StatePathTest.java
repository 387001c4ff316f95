package cx.slinga.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.cases.CaseState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what happened is ticked. */
class StatePathTest {
  private static final Instant THEN = Instant.parse("2018-05-20T10:00:00Z");

  @Test
  void everyStepOfAWholeWayIsTicked() {
    assertEquals(
        List.of("done", "done", "done", "done", "now", ""),
        css(StatePath.of(SomeCase.row(CaseState.RESOLVED, THEN, THEN, THEN, 2, 0))));
  }

  @Test
  void aStepThatWasSkippedIsNotTicked() {
    assertEquals(
        List.of("done", "", "done", "", "now", ""),
        css(StatePath.of(SomeCase.row(CaseState.RESOLVED, null, THEN, THEN, 0, 0))));
  }

  @Test
  void aDismissedCaseShowsHowFarItCame() {
    var path = StatePath.of(SomeCase.row(CaseState.DISMISSED, THEN, null, null, 0, 0));
    assertEquals(
        List.of(CaseState.OPEN, CaseState.IN_CONTACT, CaseState.DISMISSED),
        path.stream().map(StatePath.Step::state).toList());
  }

  @Test
  void aReopenedCaseStandsAtItsBeginning() {
    assertEquals(
        List.of("now", "", "", "", "", ""),
        css(StatePath.of(SomeCase.row(CaseState.REOPENED, THEN, THEN, null, 2, 0))));
  }

  private static List<String> css(List<StatePath.Step> path) {
    return path.stream().map(StatePath.Step::css).toList();
  }
}
