package cx.slinga.cases;

import cx.slinga.security.Visibility;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Visibility and filter as one where clause. The text is put together from constants only; every
 * value is bound. Conditions that do not restrict are left out, so that the planner sees what it
 * can use.
 */
public final class CaseSql {
  private static final Pattern NUMBER = Pattern.compile("(?i)sl-\\d{4}-\\d{6,}");

  private static final Pattern SEVERAL =
      Pattern.compile("[\\p{L}\\p{N}][^\\p{L}\\p{N}]+[\\p{L}\\p{N}]");

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private @Nullable String said;

  public CaseSql(Visibility visibility, CaseFilter filter, Instant now, ZoneId zone) {
    see(visibility);
    restrict(filter);
    if (filter.due() != null) {
      due(filter.due(), now, zone);
    }
  }

  private void see(Visibility visibility) {
    switch (visibility.scope()) {
      case ALL -> {}
      case NONE -> conditions.add("false");
      case DEPARTMENTS -> {
        conditions.add(
            "(c.owner_id = :seeOwner or c.symptom_department_id = any(:seeDepartments) or"
                + " c.cause_department_id = any(:seeDepartments))");
        values.put("seeOwner", visibility.person().value());
        values.put("seeDepartments", visibility.departments().toArray(new UUID[0]));
      }
    }
  }

  private void restrict(CaseFilter filter) {
    if (filter.states().size() == 1) {
      // a single one, said so, can be read in order along the index of states
      add("c.state = :state", "state", filter.states().iterator().next().name());
    } else if (!filter.states().isEmpty()) {
      add(
          "c.state = any(:states)",
          "states",
          filter.states().stream().map(Enum::name).toArray(String[]::new));
    }
    if (!filter.states().isEmpty() && filter.states().stream().noneMatch(CaseState::isActive)) {
      // no clock runs: said so, they are not looked for among all those that wait for one
      conditions.add("c.due_order = 'infinity'");
    }
    add("c.owner_id = (select id from people where username = :owner)", "owner", filter.owner());
    add(
        "(c.symptom_department_id = (select id from departments where key = :department) or"
            + " c.cause_department_id = (select id from departments where key = :department))",
        "department",
        filter.department());
    add(
        "c.symptom_touchpoint_id = (select id from touchpoints where key = :touchpoint)",
        "touchpoint",
        filter.touchpoint());
    add(
        "c.severity = :severity",
        "severity",
        filter.severity() == null ? null : filter.severity().name());
    add("c.next_clock = :clock", "clock", filter.clock() == null ? null : filter.clock().name());
    add("c.score >= :scoreFrom", "scoreFrom", filter.scoreFrom());
    add("c.score <= :scoreTo", "scoreTo", filter.scoreTo());
    add("c.survey_id = (select id from surveys where key = :survey)", "survey", filter.survey());
    add("c.cause_id = :cause", "cause", filter.cause());
    words(filter.words());
  }

  /**
   * A case by its number, or what customers said. Angle brackets and slashes are blanks, as in what
   * the words are sought in.
   */
  private void words(@Nullable String words) {
    if (words == null) {
      return;
    }
    if (NUMBER.matcher(words).matches()) {
      add("c.number = upper(:words)", "words", words);
    } else {
      said = "c.search @@ websearch_to_tsquery('simple', translate(:words, '<>/', '   '))";
      values.put("words", words);
    }
  }

  private void due(DueWindow window, Instant now, ZoneId zone) {
    ZonedDateTime endOfToday = now.atZone(zone).plusDays(1).with(LocalTime.MIN);
    switch (window) {
      case LATE -> add("c.due_order < :dueTo", "dueTo", at(now));
      case TODAY -> {
        add("c.due_order >= :dueFrom", "dueFrom", at(now));
        add("c.due_order < :dueTo", "dueTo", at(endOfToday.toInstant()));
      }
      case WEEK -> {
        add("c.due_order >= :dueFrom", "dueFrom", at(endOfToday.toInstant()));
        add("c.due_order < :dueTo", "dueTo", at(endOfToday.plusDays(7).toInstant()));
      }
    }
  }

  /** Goes on after the row whose key is given as {@code value|id}. */
  void after(CaseSort sort, String value, UUID id) {
    conditions.add(
        "(%s, c.id) %s (cast(:afterValue as %s), :afterId)"
            .formatted(sort.column(), sort.ascending() ? ">" : "<", sort.type()));
    values.put("afterValue", value);
    values.put("afterId", id);
  }

  public String where() {
    return said == null ? besideWords() : besideWords() + " and " + said;
  }

  /** Whether it asks for what customers said. */
  boolean hasWords() {
    return said != null;
  }

  /** Whether it asks for more than one word. */
  boolean hasSeveralWords() {
    return hasWords() && SEVERAL.matcher(String.valueOf(values.get("words"))).find();
  }

  /** What customers said, alone. */
  String words() {
    return said == null ? "true" : said;
  }

  /** All but what customers said. */
  String besideWords() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  public <S extends SqlStatement<S>> S bind(S statement) {
    values.forEach(statement::bind);
    return statement;
  }

  /** As {@link #bind}, for a statement of which only a part of the conditions is. */
  <S extends SqlStatement<S>> S bindWhatItNames(S statement) {
    return bind(
        statement.configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true)));
  }

  private void add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
