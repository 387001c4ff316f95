package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClosingPoint;
import java.util.List;

/** The one thing to do next with a case: the verb at the end of its row, and where it is done. */
public enum NextStep {
  /** Nothing in particular, or nothing by this person. */
  OPEN(""),
  CONTACT("#contact"),
  ANALYSE("#analysis"),
  PLAN("#plan"),
  ACT("#plan"),
  RESOLVE(""),
  CLOSE("");

  private final String anchor;

  NextStep(String anchor) {
    this.anchor = anchor;
  }

  /** Part of the case page, as the end of a URL; empty for its top. */
  public String anchor() {
    return anchor;
  }

  /**
   * By the case's own closing rule.
   *
   * @param own whether the reader is the one to do it
   * @param mayClose whether the reader closes cases
   */
  public static NextStep of(CaseRow row, boolean own, boolean mayClose) {
    if (row.state().isEnded()) {
      return OPEN;
    }
    if (row.readyToClose()) {
      return mayClose ? CLOSE : OPEN;
    }
    if (!own) {
      return OPEN;
    }
    List<ClosingPoint> missing = row.missingForClosing();
    if (missing.contains(ClosingPoint.CONTACT) || missing.contains(ClosingPoint.CONTACT_ANEW)) {
      return CONTACT;
    }
    if (missing.contains(ClosingPoint.CAUSE) || missing.contains(ClosingPoint.CAUSE_STANDS)) {
      return ANALYSE;
    }
    if (missing.contains(ClosingPoint.PLAN)) {
      return PLAN;
    }
    if (missing.contains(ClosingPoint.ACTIONS_DONE)) {
      return ACT;
    }
    return row.state() == CaseState.RESOLVED ? OPEN : RESOLVE;
  }
}
