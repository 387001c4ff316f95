package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import java.util.ArrayList;
import java.util.List;

/** The way of a case as a row of steps; only what truly happened is ticked. */
final class StatePath {
  private static final List<CaseState> WAY =
      List.of(
          CaseState.OPEN,
          CaseState.IN_CONTACT,
          CaseState.ANALYSED,
          CaseState.ACTING,
          CaseState.RESOLVED,
          CaseState.CLOSED);

  /**
   * A state on the way.
   *
   * @param css {@code done}, {@code now} or empty
   */
  public record Step(CaseState state, String css) {}

  private StatePath() {}

  static List<Step> of(CaseRow row) {
    CaseState now = row.state();
    List<Step> steps = new ArrayList<>();
    if (now == CaseState.DISMISSED) {
      WAY.stream()
          .filter(state -> happened(row, state))
          .forEach(state -> steps.add(new Step(state, "done")));
      steps.add(new Step(now, "now"));
      return steps;
    }
    int at = now == CaseState.REOPENED ? 0 : WAY.indexOf(now);
    for (int i = 0; i < WAY.size(); i++) {
      CaseState state = i == 0 && now == CaseState.REOPENED ? now : WAY.get(i);
      boolean behind = i < at && happened(row, state);
      steps.add(new Step(state, i == at ? "now" : behind ? "done" : ""));
    }
    return steps;
  }

  private static boolean happened(CaseRow row, CaseState state) {
    return switch (state) {
      case OPEN -> true;
      case IN_CONTACT -> row.contactOutcome() != null;
      case ANALYSED -> row.causeId() != null;
      case ACTING -> row.actionsTotal() > 0;
      case RESOLVED -> row.resolvedAt() != null;
      case CLOSED, DISMISSED, REOPENED -> row.state() == state;
    };
  }
}
