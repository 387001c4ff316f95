package cx.slinga.clocks;

/** How much is at stake; decides the service level. */
public enum Severity {
  NORMAL,
  HIGH,
  CRITICAL;

  /** One step more severe; the most severe stays what it is. */
  public Severity raised() {
    return this == NORMAL ? HIGH : CRITICAL;
  }

  /** The more severe of both. */
  public Severity orHigher(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
