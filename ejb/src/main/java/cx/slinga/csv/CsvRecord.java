package cx.slinga.csv;

import java.util.List;

/**
 * A record with as many fields as the header.
 *
 * @param ordinal position in the file, see {@link CsvLine#ordinal()}
 * @param line where it begins
 * @param fields as they stand in the file, unquoted but not trimmed
 */
public record CsvRecord(long ordinal, long line, List<String> fields) implements CsvLine {}
