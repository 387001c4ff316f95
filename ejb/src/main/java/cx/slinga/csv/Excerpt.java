package cx.slinga.csv;

/** The beginning of what stands in a file, fit to be shown to a person. */
public final class Excerpt {
  /** Longest excerpt, in characters. */
  public static final int MAX_CHARS = 200;

  private Excerpt() {}

  /** At most {@link #MAX_CHARS} of the text, on one line and without what cannot be printed. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(MAX_CHARS);
    text.codePoints()
        .limit(MAX_CHARS)
        .map(c -> Character.isISOControl(c) || c == 0xFFFD ? ' ' : c)
        .filter(c -> shown.length() + Character.charCount(c) <= MAX_CHARS)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
