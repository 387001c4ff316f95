package cx.slinga.rootcause;

/** How sure we are of a cause, and whether it is gone. */
public enum CauseState {
  SUSPECTED,
  CONFIRMED,
  ADDRESSED,
  VERIFIED,
  REJECTED
}
