package cx.slinga.cases;

/** Where a case is on its way from heard to closed. */
public enum CaseState {
  OPEN,
  IN_CONTACT,
  ANALYSED,
  ACTING,
  RESOLVED,
  CLOSED,
  DISMISSED,
  REOPENED;

  /** Somebody still has to do something before it can be closed. */
  public boolean isActive() {
    return this != RESOLVED && !isEnded();
  }

  /** Nothing more is expected to happen. */
  public boolean isEnded() {
    return this == CLOSED || this == DISMISSED;
  }
}
