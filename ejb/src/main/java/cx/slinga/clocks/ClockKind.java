package cx.slinga.clocks;

/** The three promises of a case, in the order in which they fall due. */
public enum ClockKind {
  /** First contact with the customer. */
  CONTACT,
  /** Root cause named. */
  ANALYSIS,
  /** Resolved. */
  RESOLUTION
}
