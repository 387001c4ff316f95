package cx.slinga.actionplan;

import cx.slinga.cases.DueWindow;
import cx.slinga.security.Visibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Visibility and filter as one where clause over {@link #TABLES}. The text is put together from
 * constants only; every value is bound. Conditions that do not restrict are left out, so that the
 * planner sees what it can use.
 */
final class ActionSql {
  /** What the conditions speak of: action, its case, its cause or its project. */
  static final String TABLES =
      " from actions a left join cases c on c.id = a.case_id left join causes k on k.id ="
          + " a.cause_id left join projects j on j.id = a.project_id ";

  private static final String OF_DEPARTMENTS =
      "c.owner_id = :seePerson or c.symptom_department_id = any(:seeDepartments) or"
          + " c.cause_department_id = any(:seeDepartments) or k.department_id ="
          + " any(:seeDepartments) or j.department_id = any(:seeDepartments) or"
          + " coalesce(k.owner_id, k.created_by) = :seePerson";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ActionSql() {}

  /** What may be seen: the own actions and the plans of the cases, causes and projects within. */
  static ActionSql seen(Visibility visibility) {
    return within(visibility, "(a.owner_id = :seePerson or " + OF_DEPARTMENTS + ")");
  }

  /**
   * As {@link #seen}, and the plan that a case within shares with its cause, and those of all
   * projects.
   */
  static ActionSql readable(Visibility visibility) {
    return within(
        visibility,
        "(a.owner_id = :seePerson or "
            + OF_DEPARTMENTS
            + " or a.project_id is not null or exists (select from cases s where s.cause_id ="
            + " a.cause_id and (s.owner_id = :seePerson or s.symptom_department_id ="
            + " any(:seeDepartments) or s.cause_department_id = any(:seeDepartments))))");
  }

  /** What a list shows: of the plan of one cause or project as much as may be read of it. */
  static ActionSql listed(Visibility visibility, ActionFilter filter) {
    return filter.cause() == null && filter.project() == null
        ? seen(visibility)
        : readable(visibility);
  }

  /** The plans within, whoever has to do the actions. */
  static ActionSql planned(Visibility visibility) {
    return within(visibility, "(" + OF_DEPARTMENTS + ")");
  }

  private static ActionSql within(Visibility visibility, String condition) {
    ActionSql sql = new ActionSql();
    switch (visibility.scope()) {
      case ALL -> {}
      case NONE -> sql.conditions.add("false");
      case DEPARTMENTS -> {
        sql.conditions.add(condition);
        sql.values.put("seePerson", visibility.person().value());
        sql.values.put("seeDepartments", visibility.departments().toArray(new UUID[0]));
      }
    }
    return sql;
  }

  ActionSql matching(ActionFilter filter, LocalDate today) {
    if (filter.due() != null || filter.state() == ActionState.OPEN) {
      conditions.add("a.state = 'OPEN'");
      conditions.add("c.state is distinct from 'DISMISSED'");
    }
    if (filter.state() != null && filter.state() != ActionState.OPEN) {
      add("a.state = :state", "state", filter.state().name());
    }
    add("a.owner_id = (select id from people where username = :owner)", "owner", filter.owner());
    add(
        "(select id from departments where key = :department) in (c.symptom_department_id,"
            + " c.cause_department_id, k.department_id, j.department_id)",
        "department",
        filter.department());
    add("a.kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
    add("a.cause_id = :cause", "cause", filter.cause());
    add("j.number = :project", "project", filter.project());
    due(filter.due(), today);
    return this;
  }

  private void due(@Nullable DueWindow window, LocalDate today) {
    if (window == null) {
      return;
    }
    switch (window) {
      case LATE -> add("a.deadline < :dueTo", "dueTo", today);
      case TODAY -> add("a.deadline = :dueTo", "dueTo", today);
      case WEEK -> {
        add("a.deadline > :dueFrom", "dueFrom", today);
        add("a.deadline <= :dueTo", "dueTo", today.plusDays(7));
      }
    }
  }

  /** Goes on after the row of that deadline and id. */
  void after(ActionSort sort, LocalDate deadline, UUID id) {
    conditions.add(
        "(a.deadline, a.id) %s (:afterDay, :afterId)".formatted(sort.ascending() ? ">" : "<"));
    values.put("afterDay", deadline);
    values.put("afterId", id);
  }

  ActionSql add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  String where() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    values.forEach(statement::bind);
    return statement;
  }
}
