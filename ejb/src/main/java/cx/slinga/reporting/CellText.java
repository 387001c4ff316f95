package cx.slinga.reporting;

import java.util.regex.Pattern;

/**
 * Text as a cell of a workbook can hold it.
 *
 * <p>Formulas: a workbook, unlike CSV, says of each cell whether it is text or a formula, so a text
 * that begins like a formula is shown and never run, and its characters stay as the customer wrote
 * them. Only when a reader edits the cell does Excel think again; the style "quote prefix" (the
 * apostrophe that Excel itself puts in front, outside the text) keeps it text then as well. In CSV
 * the apostrophe would have to be part of the text.
 */
final class CellText {
  /** What Excel can hold in one cell, in UTF-16 units. */
  static final int LONGEST = 32_767;

  /**
   * In a workbook's XML {@code _x0041_} means the character of that number; written out by ours.
   */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /** Whether a spreadsheet would take the text for a formula when it is typed in. */
  static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * The text without what XML cannot hold, its line ends as one character, and cut where it is too
   * long for a cell.
   *
   * @param mark put at the end of a text that was cut
   */
  static String clean(String text, String mark) {
    String clean = isPlain(text) ? text : withoutIllegal(text);
    if (clean.contains("_x")) {
      clean = ESCAPE.matcher(clean).replaceAll("_x005F_");
    }
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = LONGEST - mark.length();
    if (Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return clean.substring(0, end) + mark;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  private static String withoutIllegal(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    lines
        .codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= ' ' && c < Character.MIN_SURROGATE)
                    || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                    || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
