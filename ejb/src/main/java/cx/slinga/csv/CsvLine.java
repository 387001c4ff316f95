package cx.slinga.csv;

/** What a file holds at one place: a record, or a line that cannot be read as one. */
public sealed interface CsvLine permits CsvRecord, MalformedLine {

  /** Position among all records and malformed lines of the file, from 1; the header is none. */
  long ordinal();

  /** The physical line of the file on which it begins, from 1. */
  long line();
}
