package cx.slinga.actionplan;

import cx.slinga.shared.BusinessException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which actions can be listed; the request only names one. */
public enum ActionSort {
  /** What is due first, first. */
  DEADLINE(true),
  /** What is due last, first. */
  DEADLINE_LAST(false);

  private final boolean ascending;

  ActionSort(boolean ascending) {
    this.ascending = ascending;
  }

  boolean ascending() {
    return ascending;
  }

  /** The order named in a URL, {@link #DEADLINE} where none is. */
  public static ActionSort parse(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return DEADLINE;
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
