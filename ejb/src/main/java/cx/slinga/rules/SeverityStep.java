package cx.slinga.rules;

/**
 * What a severity rule does: the first that names a severity sets it, each that raises adds one.
 */
public enum SeverityStep {
  NORMAL,
  HIGH,
  CRITICAL,
  /** One step up from what the others say, at most to critical. */
  RAISE;

  SeverityStep raised() {
    return this == NORMAL ? HIGH : CRITICAL;
  }
}
