package cx.slinga.actionplan;

import cx.slinga.cases.DueWindow;
import cx.slinga.shared.BusinessException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which actions. The same filter serves list, counter and API, and stands in the URL: {@code
 * state=open&owner=karin&department=wayfinding&kind=corrective&due=late&cause=…}. Null means no
 * restriction. Of open actions, those of dismissed cases are left out: nobody does them any more.
 *
 * @param department key of the department that can remove the cause, runs the project, or where it
 *     was felt
 * @param due only open ones: late, due today, or within the seven days after
 * @param project number of the improvement project
 */
public record ActionFilter(
    @Nullable ActionState state,
    @Nullable String owner,
    @Nullable String department,
    @Nullable ActionKind kind,
    @Nullable DueWindow due,
    @Nullable UUID cause,
    @Nullable String project) {

  /** Every action. */
  public static ActionFilter all() {
    return parse(name -> null);
  }

  /** Reads the parameters of a URL; refuses a value that does not exist, naming it. */
  public static ActionFilter parse(Function<String, @Nullable String> parameter) {
    return new ActionFilter(
        constant(ActionState.class, "state", text(parameter, "state")),
        text(parameter, "owner"),
        text(parameter, "department"),
        constant(ActionKind.class, "kind", text(parameter, "kind")),
        constant(DueWindow.class, "due", text(parameter, "due")),
        uuid("cause", text(parameter, "cause")),
        text(parameter, "project"));
  }

  /** The parameters that {@link #parse} reads, in a fixed order; only what restricts. */
  public Map<String, String> parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    put(map, "state", state == null ? null : lower(state));
    put(map, "owner", owner);
    put(map, "department", department);
    put(map, "kind", kind == null ? null : lower(kind));
    put(map, "due", due == null ? null : lower(due));
    put(map, "cause", cause);
    put(map, "project", project);
    return map;
  }

  private static void put(Map<String, String> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value.toString());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(Function<String, @Nullable String> parameter, String name) {
    String value = parameter.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(name, "filter.unknown-value", value);
    }
  }

  private static @Nullable UUID uuid(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(name, "filter.unknown-value", value);
    }
  }
}
