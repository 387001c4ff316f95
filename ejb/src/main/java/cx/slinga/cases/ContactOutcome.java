package cx.slinga.cases;

/** What came of an attempt to contact the customer. */
public enum ContactOutcome {
  REACHED,
  NO_ANSWER,
  /** Written to, and not answered yet: an attempt, since nobody knows whether it was read. */
  WRITTEN,
  /** There is no way to reach this customer, an anonymous answer for example: stated, not tried. */
  NOT_POSSIBLE,
  /** The customer does not want to be contacted. */
  DECLINED;

  /** Whether the promise to contact is kept by this, so that its clock stops. */
  public boolean settles() {
    return this != NO_ANSWER && this != WRITTEN;
  }
}
