package cx.slinga.cases;

/** What closing a case needs. */
public enum ClosingPoint {
  /** The customer was contacted, or it is said why not. */
  CONTACT,
  /** As {@link #CONTACT}, once more, since the case was reopened. */
  CONTACT_ANEW,
  /** A root cause is named. */
  CAUSE,
  /** The root cause that is named was not rejected since. */
  CAUSE_STANDS,
  /** There is a plan with at least one action. */
  PLAN,
  /** No action is open. */
  ACTIONS_DONE,
  /** The owner says that it is resolved. */
  RESOLVED
}
