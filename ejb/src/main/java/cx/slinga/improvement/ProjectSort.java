package cx.slinga.improvement;

import cx.slinga.shared.BusinessException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which projects can be listed; the request only names one. */
public enum ProjectSort {
  /** What is worth most, first. */
  PRIORITY("p.priority", "numeric", false),
  /** What is due first, first. */
  DEADLINE("p.deadline", "date", true);

  private final String column;
  private final String type;
  private final boolean ascending;

  ProjectSort(String column, String type, boolean ascending) {
    this.column = column;
    this.type = type;
    this.ascending = ascending;
  }

  String order() {
    return " order by %1$s%2$s, p.id%2$s".formatted(column, ascending ? "" : " desc");
  }

  String after() {
    return "(%s, p.id) %s (cast(:afterValue as %s), :afterId)"
        .formatted(column, ascending ? ">" : "<", type);
  }

  String key(ProjectRow row) {
    return this == PRIORITY ? row.priority().toPlainString() : row.deadline().toString();
  }

  /** The order named in a URL, {@link #PRIORITY} where none is. */
  public static ProjectSort parse(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return PRIORITY;
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
