package cx.slinga.cases;

/** How much is at stake; decides the service level. */
public enum Severity {
  NORMAL,
  HIGH,
  CRITICAL
}
