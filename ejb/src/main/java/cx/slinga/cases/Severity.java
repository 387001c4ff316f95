package cx.slinga.cases;

/** How much is at stake; decides the service level. */
public enum Severity {
  NORMAL,
  HIGH,
  CRITICAL;

  /** One step more severe; the most severe stays what it is. */
  Severity raised() {
    return this == NORMAL ? HIGH : CRITICAL;
  }

  /** The more severe of both. */
  Severity orHigher(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
