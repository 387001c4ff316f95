package cx.slinga.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case needs before it is resolved or closed; the same rule for the case itself and for
 * lists, which have its columns only.
 *
 * @param contactOutcome what came of it since the case was opened, or reopened the last time
 * @param contacted whether the promise to contact was ever kept; with no outcome that settles it,
 *     that was before the case was reopened
 * @param plan its own plan and that of its cause, together
 * @param carrier the project that removes its cause
 */
record ClosingRule(
    CaseState state,
    @Nullable ContactOutcome contactOutcome,
    boolean contacted,
    @Nullable UUID causeId,
    boolean causeRejected,
    PlanCounts plan,
    Carrier carrier) {

  /** Every point that resolving still needs. */
  List<ClosingPoint> missingForResolving() {
    List<ClosingPoint> missing = new ArrayList<>();
    if (contactOutcome == null) {
      missing.add(contact());
    }
    addCause(missing);
    return List.copyOf(missing);
  }

  /** Every point that closing still needs. */
  List<ClosingPoint> missingForClosing() {
    List<ClosingPoint> missing = new ArrayList<>();
    if (contactOutcome == null || !contactOutcome.settles()) {
      missing.add(contact());
    }
    addCause(missing);
    if (plan.total() == 0 && carrier.planned() == 0) {
      missing.add(ClosingPoint.PLAN);
    }
    if (plan.open() > carrier.carries(plan)) {
      missing.add(ClosingPoint.ACTIONS_DONE);
    }
    if (state.isActive()) {
      missing.add(ClosingPoint.RESOLVED);
    }
    return List.copyOf(missing);
  }

  private ClosingPoint contact() {
    return contacted ? ClosingPoint.CONTACT_ANEW : ClosingPoint.CONTACT;
  }

  private void addCause(List<ClosingPoint> missing) {
    if (causeId == null) {
      missing.add(ClosingPoint.CAUSE);
    } else if (causeRejected) {
      missing.add(ClosingPoint.CAUSE_STANDS);
    }
  }
}
