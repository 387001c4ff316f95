package cx.slinga.cases;

import cx.slinga.shared.BusinessException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which cases can be listed. Each has an index; the request only names one. */
public enum CaseSort {
  /** What rings first, first; what has no running clock, last. */
  DUE("c.due_order", "timestamptz", true),
  OPENED_NEWEST("c.opened_at", "timestamptz", false),
  OPENED_OLDEST("c.opened_at", "timestamptz", true),
  SCORE_LOWEST("c.score", "smallint", true);

  private final String column;
  private final String type;
  private final boolean ascending;

  CaseSort(String column, String type, boolean ascending) {
    this.column = column;
    this.type = type;
    this.ascending = ascending;
  }

  public String column() {
    return column;
  }

  String type() {
    return type;
  }

  public boolean ascending() {
    return ascending;
  }

  /** What a page's key holds of its last row; nothing in it needs to be escaped in a URL. */
  String key(CaseRow row) {
    return switch (this) {
      case DUE -> row.nextDueAt() == null ? "infinity" : row.nextDueAt().toString();
      case OPENED_NEWEST, OPENED_OLDEST -> row.openedAt().toString();
      case SCORE_LOWEST -> String.valueOf(row.score());
    };
  }

  /** Whether that is what a page's key holds in this order. */
  boolean accepts(String key) {
    if (type.equals("smallint")) {
      return key.matches("-?\\d{1,4}");
    }
    try {
      return key.equals("infinity") || Instant.parse(key).isAfter(Instant.EPOCH);
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
