package cx.slinga.actionplan;

/** Whether an action still has to be done. */
public enum ActionState {
  OPEN,
  DONE,
  CANCELLED
}
