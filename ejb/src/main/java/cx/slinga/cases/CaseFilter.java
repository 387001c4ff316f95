package cx.slinga.cases;

import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.Severity;
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
 * Which cases. The same filter serves list, counter, export and API, and stands in the URL: {@code
 * state=open,in_contact&owner=karin&department=wayfinding&touchpoint=signs-inside&severity=high
 * &due=late&clock=contact&scoreFrom=0&scoreTo=6&survey=sfo-2018&cause=…&q=words}. {@code state}
 * also knows {@code active} and {@code ended}. Null or empty means no restriction.
 *
 * @param clock the running clock that rings first; {@code contact} is nobody contacted yet
 */
public record CaseFilter(
    Set<CaseState> states,
    @Nullable String owner,
    @Nullable String department,
    @Nullable String touchpoint,
    @Nullable Severity severity,
    @Nullable DueWindow due,
    @Nullable ClockKind clock,
    @Nullable Integer scoreFrom,
    @Nullable Integer scoreTo,
    @Nullable String survey,
    @Nullable UUID cause,
    @Nullable String words) {

  private static final Set<CaseState> ACTIVE =
      EnumSet.of(
          CaseState.OPEN,
          CaseState.IN_CONTACT,
          CaseState.ANALYSED,
          CaseState.ACTING,
          CaseState.REOPENED);

  public CaseFilter {
    states = Set.copyOf(states);
  }

  /** Every case. */
  public static CaseFilter all() {
    return parse(name -> null);
  }

  /** Reads the parameters of a URL; refuses a value that does not exist, naming it. */
  public static CaseFilter parse(Function<String, @Nullable String> parameter) {
    return new CaseFilter(
        states(text(parameter, "state")),
        text(parameter, "owner"),
        text(parameter, "department"),
        text(parameter, "touchpoint"),
        constant(Severity.class, "severity", text(parameter, "severity")),
        constant(DueWindow.class, "due", text(parameter, "due")),
        constant(ClockKind.class, "clock", text(parameter, "clock")),
        number("scoreFrom", text(parameter, "scoreFrom")),
        number("scoreTo", text(parameter, "scoreTo")),
        text(parameter, "survey"),
        uuid("cause", text(parameter, "cause")),
        text(parameter, "q"));
  }

  /** The parameters that {@link #parse} reads, in a fixed order; only what restricts. */
  public Map<String, String> parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    if (states.equals(ACTIVE)) {
      map.put("state", "active");
    } else if (!states.isEmpty()) {
      map.put(
          "state",
          states.stream().sorted().map(CaseFilter::lower).collect(Collectors.joining(",")));
    }
    put(map, "owner", owner);
    put(map, "department", department);
    put(map, "touchpoint", touchpoint);
    put(map, "severity", severity == null ? null : lower(severity));
    put(map, "due", due == null ? null : lower(due));
    put(map, "clock", clock == null ? null : lower(clock));
    put(map, "scoreFrom", scoreFrom);
    put(map, "scoreTo", scoreTo);
    put(map, "survey", survey);
    put(map, "cause", cause);
    put(map, "q", words);
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

  private static Set<CaseState> states(@Nullable String value) {
    if (value == null) {
      return Set.of();
    }
    EnumSet<CaseState> states = EnumSet.noneOf(CaseState.class);
    for (String one : value.split(",")) {
      switch (one.strip().toLowerCase(Locale.ROOT)) {
        case "active" -> states.addAll(ACTIVE);
        case "ended" -> {
          states.add(CaseState.CLOSED);
          states.add(CaseState.DISMISSED);
        }
        default -> {
          CaseState state = constant(CaseState.class, "state", one.strip());
          if (state != null) {
            states.add(state);
          }
        }
      }
    }
    return states;
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(name, "filter.unknown-value", value);
    }
  }

  private static @Nullable Integer number(String name, @Nullable String value) {
    try {
      return value == null ? null : Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField(name, "filter.unknown-value", value == null ? "" : value);
    }
  }

  private static @Nullable UUID uuid(String name, @Nullable String value) {
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField(name, "filter.unknown-value", value == null ? "" : value);
    }
  }
}
