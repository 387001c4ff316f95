package cx.slinga.cases;

import org.jspecify.annotations.Nullable;

/**
 * The improvement project that removes the cause of a case, as far as closing the case needs it.
 * While it runs, it carries on what is still open; but what is promised to this customer, the
 * case's own containment, has to be done.
 *
 * @param project number of the one that runs; null when none does
 * @param planned how many actions are in the plan of the one that runs, or that has ended well
 * @param containment open containment actions of the case's own plan
 */
public record Carrier(@Nullable String project, int planned, int containment) {
  /** Of a case whose cause no project removes. */
  public static final Carrier NONE = new Carrier(null, 0, 0);

  /** How many of the open actions of the plan it carries on. */
  int carries(PlanCounts plan) {
    return project == null ? 0 : Math.max(0, plan.open() - containment);
  }
}
