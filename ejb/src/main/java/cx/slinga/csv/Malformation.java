package cx.slinga.csv;

/** Why a place in a file is no record. The arguments are those of {@link MalformedLine#args()}. */
public enum Malformation {
  NUL,
  INVALID_ENCODING,
  /** {0} fields of the header, {1} fields found. */
  FIELD_COUNT,
  QUOTE_NEVER_CLOSED,
  TEXT_AFTER_QUOTE,
  RECORD_TOO_LONG
}
