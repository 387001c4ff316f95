package cx.slinga.improvement;

import cx.slinga.shared.BusinessException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which projects a list shows. All parts must hold; null or empty does not restrict.
 *
 * @param department key
 * @param owner user name
 * @param cause that they remove
 */
public record ProjectFilter(
    Set<ProjectState> states,
    @Nullable String department,
    @Nullable String owner,
    @Nullable UUID cause) {
  public ProjectFilter {
    states = Set.copyOf(states);
  }

  /**
   * Reads parameters {@code state} (comma-separated), {@code department}, {@code owner}, {@code
   * cause}.
   *
   * @throws BusinessException when a value is not known
   */
  public static ProjectFilter parse(Function<String, @Nullable String> parameter) {
    return new ProjectFilter(
        states(text(parameter, "state")),
        text(parameter, "department"),
        text(parameter, "owner"),
        uuid(text(parameter, "cause")));
  }

  /** The parameters that {@link #parse} reads, in a fixed order; only what restricts. */
  public Map<String, String> parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    if (!states.isEmpty()) {
      map.put(
          "state",
          states.stream()
              .sorted()
              .map(state -> state.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(",")));
    }
    put(map, "department", department);
    put(map, "owner", owner);
    put(map, "cause", cause == null ? null : cause.toString());
    return map;
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static @Nullable String text(Function<String, @Nullable String> parameter, String name) {
    String value = parameter.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable UUID uuid(@Nullable String value) {
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField("cause", "filter.unknown-value", String.valueOf(value));
    }
  }

  private static Set<ProjectState> states(@Nullable String value) {
    EnumSet<ProjectState> states = EnumSet.noneOf(ProjectState.class);
    if (value == null) {
      return states;
    }
    for (String one : value.split(",")) {
      if (!one.isBlank()) {
        try {
          states.add(ProjectState.valueOf(one.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw BusinessException.ofField("state", "filter.unknown-value", one.strip());
        }
      }
    }
    return states;
  }
}
