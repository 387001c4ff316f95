package cx.slinga.clocks;

/** Why a clock went over to what it does. */
public enum SegmentReason {
  /** Runs from the beginning. */
  OPENED,
  /** Runs anew; what was before does not count. */
  REOPENED,
  /** Runs on after a pause, or after a reopening for what had not been reached. */
  RESUMED,
  /** Runs on under another service level. */
  POLICY_CHANGED,
  /** Runs on under another severity. */
  SEVERITY_CHANGED,
  /** Paused for {@link PauseReason#CUSTOMER}. */
  CUSTOMER,
  /** Paused for {@link PauseReason#SUPPLIER}. */
  SUPPLIER,
  /** Paused for {@link PauseReason#AUTHORITY}. */
  AUTHORITY,
  /** Paused for {@link PauseReason#OTHER_DEPARTMENT}. */
  OTHER_DEPARTMENT,
  /** Paused for {@link PauseReason#OTHER}. */
  OTHER,
  /** Stopped by what it waited for. */
  CONTACTED,
  /** Stopped by what it waited for. */
  ANALYSED,
  /** Stopped by what it waited for, or with the case. */
  RESOLVED,
  /** Stopped with the case. */
  CLOSED,
  /** Stopped with the case. */
  DISMISSED;

  public static SegmentReason of(PauseReason pause) {
    return valueOf(pause.name());
  }

  /** Whether working time counts from none. */
  boolean beginsRun() {
    return this == OPENED || this == REOPENED;
  }
}
