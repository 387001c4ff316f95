package cx.slinga.clocks;

/** For whom or what a case waits. */
public enum PauseReason {
  CUSTOMER,
  SUPPLIER,
  AUTHORITY,
  OTHER_DEPARTMENT,
  /** Said in the note. */
  OTHER
}
