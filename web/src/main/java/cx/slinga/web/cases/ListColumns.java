package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns the list of cases shows. They stand in its address, and so in each saved view; an
 * address that names none means the usual ones. What the customer said is always there.
 */
@Named
@RequestScoped
public class ListColumns {
  /** A column that can be shown or left out, in the order in which they stand. */
  public enum Column {
    SCORE(true),
    OWNER(true),
    STATE(true),
    CLOCK(true),
    TOUCHPOINT(false),
    DEPARTMENT(false),
    CAUSE(false),
    PLAN(false),
    OPENED(false);

    private final boolean usual;

    Column(boolean usual) {
      this.usual = usual;
    }

    /** Whether it is shown unless somebody says otherwise. */
    public boolean isUsual() {
      return usual;
    }

    /** As the address names it. */
    public String getKey() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The parameter of the address. */
  static final String NAME = "columns";

  /** Stands in the address for what is always shown, so that nothing else is said too. */
  private static final String ALWAYS = "words";

  private static final Set<Column> USUAL =
      Arrays.stream(Column.values())
          .filter(Column::isUsual)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));

  @Inject private ListAddress address;
  @Inject private CaseWords caseWords;
  @Inject private Words words;

  private @Nullable Set<Column> shown;

  /**
   * The columns that an address names; the usual ones where it names none. What nobody knows is
   * told in words and ignored.
   */
  static Set<Column> parse(@Nullable String value) {
    if (value == null) {
      return USUAL;
    }
    Set<Column> named = EnumSet.noneOf(Column.class);
    for (String one : value.split(",")) {
      String key = one.strip();
      if (key.isEmpty() || key.equalsIgnoreCase(ALWAYS)) {
        continue;
      }
      try {
        named.add(Column.valueOf(key.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        ListAddress.say(BusinessException.ofField(NAME, "filter.unknown-value", key));
      }
    }
    return named;
  }

  /** As the address spells them; null for the usual ones, which need not be said. */
  static @Nullable String spelled(Set<Column> columns) {
    return columns.equals(USUAL)
        ? null
        : ALWAYS + columns.stream().map(one -> "," + one.getKey()).collect(Collectors.joining());
  }

  private Set<Column> shown() {
    Set<Column> known = shown;
    if (known == null) {
      known = parse(address.columns());
      shown = known;
    }
    return known;
  }

  /** Whether it is shown. */
  public boolean shows(Column column) {
    return shown().contains(column);
  }

  /** All that can be chosen. */
  public Column[] getAll() {
    return Column.values();
  }

  /** Those beside the usual ones that are shown. */
  public List<Column> getMore() {
    return shown().stream().filter(one -> !one.isUsual()).toList();
  }

  /** Classes of the table: which of the usual ones are left out, and how many more there are. */
  public String getStyle() {
    List<String> classes = new ArrayList<>();
    USUAL.stream().filter(one -> !shows(one)).forEach(one -> classes.add("no-" + one.getKey()));
    classes.add("more-" + getMore().size());
    return String.join(" ", classes);
  }

  /** What else the address says, which a choice of columns keeps. */
  public List<Map.Entry<String, String>> getKept() {
    return address.state().entrySet().stream().filter(one -> !one.getKey().equals(NAME)).toList();
  }

  /** The columns as the address spells them; null where it need not. */
  public @Nullable String getSpelled() {
    return spelled(shown());
  }

  /** What stands in one of the further columns. */
  public String cell(Column column, CaseRow row) {
    String text =
        switch (column) {
          case TOUCHPOINT -> row.symptom();
          case DEPARTMENT ->
              row.causeDepartment() == null ? row.department() : row.causeDepartment();
          case CAUSE -> row.cause();
          case PLAN ->
              row.actionsTotal() == 0
                  ? null
                  : caseWords.say("col.plan.value", row.actionsOpen(), row.actionsTotal());
          case OPENED -> words.date(row.openedAt().atZone(Words.ZONE).toLocalDate());
          case SCORE, OWNER, STATE, CLOCK -> null;
        };
    return text == null ? "–" : text;
  }
}
