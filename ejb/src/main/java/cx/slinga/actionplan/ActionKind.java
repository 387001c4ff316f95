package cx.slinga.actionplan;

/** What an action is for. */
public enum ActionKind {
  /** Stops the harm now. */
  CONTAINMENT,
  /** Removes the cause. */
  CORRECTIVE,
  /** Keeps it from coming back elsewhere. */
  PREVENTIVE
}
