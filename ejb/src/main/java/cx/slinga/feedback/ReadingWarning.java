package cx.slinga.feedback;

/**
 * A value that was left out of a response that is otherwise taken in.
 *
 * @param column where it stood
 * @param value at most 40 characters of it
 */
public record ReadingWarning(String column, String value) {

  /** Key of the message; {0} is the column, {1} the value. */
  public static final String KEY = "import.warning.unknown-value";
}
