package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which causes a list shows. All parts must hold; null or empty does not restrict.
 *
 * @param department key
 * @param owner user name
 * @param touchpoint key
 * @param words part of the title
 */
public record CauseFilter(
    Set<CauseState> states,
    @Nullable String department,
    @Nullable String owner,
    @Nullable String touchpoint,
    @Nullable String words) {
  public CauseFilter {
    states = Set.copyOf(states);
  }

  /**
   * Reads parameters {@code state} (comma-separated), {@code department}, {@code owner}, {@code
   * touchpoint}, {@code q}.
   *
   * @throws BusinessException when a value is not known
   */
  public static CauseFilter parse(Function<String, @Nullable String> parameter) {
    return new CauseFilter(
        states(text(parameter, "state")),
        text(parameter, "department"),
        text(parameter, "owner"),
        text(parameter, "touchpoint"),
        text(parameter, "q"));
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
    put(map, "touchpoint", touchpoint);
    put(map, "q", words);
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

  private static Set<CauseState> states(@Nullable String value) {
    EnumSet<CauseState> states = EnumSet.noneOf(CauseState.class);
    if (value == null) {
      return states;
    }
    for (String one : value.split(",")) {
      if (!one.isBlank()) {
        try {
          states.add(CauseState.valueOf(one.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw BusinessException.ofField("state", "filter.unknown-value", one.strip());
        }
      }
    }
    return states;
  }
}
