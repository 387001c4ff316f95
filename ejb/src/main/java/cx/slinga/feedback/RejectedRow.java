package cx.slinga.feedback;

import java.util.List;

/**
 * A row that was not taken in, kept so that a person can mend it.
 *
 * @param ordinal position in the file
 * @param line where it begins in the file
 * @param reason what is wrong
 * @param args values for the reason's message
 * @param excerpt at most 200 characters of the row, without the columns that are never stored
 */
public record RejectedRow(
    long ordinal, long line, RejectionReason reason, List<String> args, String excerpt)
    implements ReadRow {

  public RejectedRow {
    args = List.copyOf(args);
  }
}
