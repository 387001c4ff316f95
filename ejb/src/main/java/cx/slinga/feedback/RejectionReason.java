package cx.slinga.feedback;

import cx.slinga.csv.Malformation;

/** Why a row was not taken in. The arguments are those of the message. */
public enum RejectionReason {
  /** {0} column, {1} value, {2} lowest, {3} highest. */
  OUT_OF_SCALE("out-of-scale"),
  /** {0} column, {1} value. */
  NOT_A_NUMBER("not-a-number"),
  /** {0} column. */
  ID_MISSING("id-missing"),
  /** {0} column. */
  DATE_MISSING("date-missing"),
  /** {0} column, {1} value. */
  NOT_A_DATE("not-a-date"),
  /** {0} column, {1} value. */
  DATE_IMPLAUSIBLE("date-implausible"),
  /** {0} column, {1} value. */
  UNKNOWN_CODE("unknown-code"),
  /** {0} column, {1} most characters. */
  TEXT_TOO_LONG("text-too-long"),
  HEADER_REPEATED("header-repeated"),
  NUL("nul"),
  INVALID_ENCODING("invalid-encoding"),
  /** {0} fields of the header, {1} fields found. */
  FIELD_COUNT("field-count"),
  QUOTE_NEVER_CLOSED("quote-never-closed"),
  TEXT_AFTER_QUOTE("text-after-quote"),
  RECORD_TOO_LONG("record-too-long");

  private final String key;

  RejectionReason(String name) {
    this.key = "import.rejected." + name;
  }

  static RejectionReason of(Malformation malformation) {
    return switch (malformation) {
      case NUL -> NUL;
      case INVALID_ENCODING -> INVALID_ENCODING;
      case FIELD_COUNT -> FIELD_COUNT;
      case QUOTE_NEVER_CLOSED -> QUOTE_NEVER_CLOSED;
      case TEXT_AFTER_QUOTE -> TEXT_AFTER_QUOTE;
      case RECORD_TOO_LONG -> RECORD_TOO_LONG;
    };
  }

  /** Key of the message that says it to a person. */
  public String key() {
    return key;
  }
}
