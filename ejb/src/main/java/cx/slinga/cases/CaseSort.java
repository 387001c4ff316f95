package cx.slinga.cases;

import cx.slinga.shared.BusinessException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which cases can be listed. Each has an index; the request only names one. */
public enum CaseSort {
  /** What rings first, first; what has no running clock, last. */
  DUE("c.due_order", "timestamptz", true),
  OPENED_NEWEST("c.opened_at", "timestamptz", false),
  OPENED_OLDEST("c.opened_at", "timestamptz", true),
  SCORE_LOWEST("c.score", "smallint", true);

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, true)
          .optionalEnd()
          .appendPattern("[XXX][X]")
          .toFormatter(Locale.ROOT);

  private final String column;
  private final String type;
  private final boolean ascending;

  CaseSort(String column, String type, boolean ascending) {
    this.column = column;
    this.type = type;
    this.ascending = ascending;
  }

  String column() {
    return column;
  }

  String type() {
    return type;
  }

  boolean ascending() {
    return ascending;
  }

  /** Whether a page's key holds a value of this order's column, as the database writes it. */
  boolean accepts(String key) {
    if (type.equals("smallint")) {
      return key.matches("-?\\d{1,4}");
    }
    try {
      return key.equals("infinity") || WRITTEN.parse(key).isSupported(ChronoField.OFFSET_SECONDS);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The order named in a URL, {@link #DUE} where none is. */
  public static CaseSort parse(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return DUE;
    }
    try {
      return valueOf(value.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField("sort", "filter.unknown-value", value);
    }
  }

  /** As it stands in a URL. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
