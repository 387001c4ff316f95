package cx.slinga.feedback;

import cx.slinga.csv.CsvRecords;

/** What became of one row: a response, or a rejection with its reason. */
public sealed interface ReadRow permits ParsedResponse, RejectedRow {

  /** Position among all rows of the file, from 1; a checkpoint for {@link CsvRecords#skip}. */
  long ordinal();

  /** The physical line of the file on which the row begins, from 1. */
  long line();
}
