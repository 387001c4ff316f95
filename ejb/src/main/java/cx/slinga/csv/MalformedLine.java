package cx.slinga.csv;

import java.util.List;

/**
 * A place in the file that is no record.
 *
 * @param ordinal position in the file, see {@link CsvLine#ordinal()}
 * @param line where it begins
 * @param reason what is wrong
 * @param args values for the reason's message
 * @param beginning the first 200 characters at most, as they stand
 */
public record MalformedLine(
    long ordinal, long line, Malformation reason, List<String> args, String beginning)
    implements CsvLine {

  public MalformedLine {
    args = List.copyOf(args);
  }
}
