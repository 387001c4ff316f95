package cx.slinga.actionplan;

import cx.slinga.cases.CaseQueries;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads actions: plans of cases, causes and projects, lists by keyset, counters. */
@Stateless
@DenyAll
public class ActionQueries {
  /** Most actions that a project is shown to carry on. */
  public static final int CARRIED = 100;

  private static final RowMapper<ActionRow> ACTION_ROW = ConstructorMapper.of(ActionRow.class);

  /** The columns of a row; what is read for it is cut out in {@code a} first. */
  private static final String ROW =
      "select a.id, a.version, c.number as case_number, a.cause_id, k.title as cause, j.number as"
          + " project_number, j.title as project, d.name as department, a.title, a.kind, p.username"
          + " as owner_username, p.name as owner_name, a.deadline, a.first_deadline,"
          + " a.deadline_moves, a.state, a.created_at, a.ended_at, (select count(*) from"
          + " action_evidence e where e.action_id = a.id) as evidence, a.depends_on, f.title as"
          + " depends_on_title, coalesce(f.state = 'OPEN', false) as waits from ";

  private static final String JOINS =
      " join people p on p.id = a.owner_id left join cases c on c.id = a.case_id left join causes k"
          + " on k.id = a.cause_id left join projects j on j.id = a.project_id left join"
          + " departments d on d.id = coalesce(j.department_id, k.department_id,"
          + " c.cause_department_id, c.symptom_department_id) left join actions f on f.id ="
          + " a.depends_on ";

  @Inject private Database database;
  @Inject private Clock clock;

  /** The plan of one case, in the order of its making; empty when the case is out of sight. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> plan(Visibility visibility, String caseNumber) {
    return list(
        ActionSql.seen(visibility).add("c.number = :number", "number", caseNumber),
        "a.created_at, a.id");
  }

  /**
   * The plan that the case shares with its cause, in the order of its making; empty when the case
   * is out of sight or has no cause.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> sharedPlan(Visibility visibility, String caseNumber) {
    return list(
        ActionSql.readable(visibility)
            .add(
                "a.cause_id = (select o.cause_id from cases o where o.number = :number)",
                "number",
                caseNumber),
        "a.created_at, a.id");
  }

  /** The plan of a cause, in the order of its making; as much of it as the caller may see. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> causePlan(Visibility visibility, UUID causeId) {
    return list(
        ActionSql.readable(visibility).add("a.cause_id = :cause", "cause", causeId),
        "a.created_at, a.id");
  }

  /** The plan of an improvement project, in the order of its making. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> projectPlan(Visibility visibility, String project) {
    return list(
        ActionSql.readable(visibility).add("j.number = :project", "project", project),
        "a.created_at, a.id");
  }

  /**
   * What is still open of the plans of a project's causes and of those of their closed cases,
   * soonest first; as much of it as the caller may see, at most {@link #CARRIED}.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> carriedOn(Visibility visibility, String project) {
    return list(
        ActionSql.readable(visibility)
            .add(
                "a.state = 'OPEN' and (a.cause_id in (select l.cause_id from project_causes l join"
                    + " projects q on q.id = l.project_id where q.number = :project) or c.state ="
                    + " 'CLOSED' and c.cause_id in (select l.cause_id from project_causes l join"
                    + " projects q on q.id = l.project_id where q.number = :project))",
                "project",
                project),
        "a.deadline, a.id limit " + CARRIED);
  }

  /** The caller's own open actions, soonest first. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> mine(Visibility visibility) {
    return list(
        ActionSql.seen(visibility)
            .matching(ActionFilter.parse(name -> name.equals("state") ? "open" : null), today())
            .add("a.owner_id = :own", "own", visibility.person().value()),
        "a.deadline, a.id limit 200");
  }

  /**
   * One page.
   *
   * @param after key of the page before, null for the first
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Page<ActionRow> list(
      Visibility visibility,
      ActionFilter filter,
      ActionSort sort,
      @Nullable String after,
      int size) {
    ActionSql sql = ActionSql.listed(visibility, filter).matching(filter, today());
    if (after != null) {
      String[] key = after.split("~", -1);
      try {
        sql.after(sort, LocalDate.parse(key[0]), UUID.fromString(key[1]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw BusinessException.ofField("after", "filter.unknown-value", after);
      }
    }
    String order = sort.ascending() ? "a.deadline, a.id" : "a.deadline desc, a.id desc";
    List<ActionRow> rows = list(sql, order + " limit " + (size + 1));
    return Page.of(rows, size, row -> row.deadline() + "~" + row.id());
  }

  /** How many actions the filter names. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long count(Visibility visibility, ActionFilter filter) {
    ActionSql sql = ActionSql.listed(visibility, filter).matching(filter, today());
    return database.read(
        h ->
            sql.bind(h.createQuery("select count(*)" + ActionSql.TABLES + "where " + sql.where()))
                .mapTo(Long.class)
                .one());
  }

  /** Open actions, the own and all within sight, in one statement. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public ActionCounts counts(Visibility visibility) {
    ActionSql sql =
        ActionSql.seen(visibility)
            .matching(ActionFilter.parse(name -> name.equals("state") ? "open" : null), today());
    return database.read(
        h ->
            sql.bind(
                    h.createQuery(
                        "select count(*) filter (where a.owner_id = :own) as mine, count(*) filter"
                            + " (where a.owner_id = :own and a.deadline < :today) as mine_late,"
                            + " count(*) as open, count(*) filter (where a.deadline < :today) as"
                            + " late"
                            + ActionSql.TABLES
                            + "where "
                            + sql.where()))
                .bind("own", visibility.person())
                .bind("today", today())
                .map(ConstructorMapper.of(ActionCounts.class))
                .one());
  }

  /** All actions that the filter names, one after the other, without holding them in memory. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public void each(Visibility visibility, ActionFilter filter, Consumer<ActionRow> consumer) {
    ActionSql sql = ActionSql.listed(visibility, filter).matching(filter, today());
    String text = text(sql, "a.deadline, a.id");
    database.write(
        h ->
            sql.bind(h.createQuery(text))
                .setFetchSize(1_000)
                .map(ACTION_ROW)
                .useIterator(rows -> rows.forEachRemaining(consumer)));
  }

  /**
   * One action.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public ActionRow get(Visibility visibility, UUID id) {
    return list(ActionSql.readable(visibility).add("a.id = :id", "id", id), "a.id").stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException(id));
  }

  /** What was decided about an action, oldest first; empty when it is out of sight. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionHistoryRow> history(Visibility visibility, UUID id) {
    ActionSql sql = ActionSql.readable(visibility).add("a.id = :id", "id", id);
    return database.read(
        h ->
            sql.bind(
                    h.createQuery(
                        "select h.at, p.name as person_name, h.step, h.from_day, h.to_day, h.reason"
                            + ActionSql.TABLES
                            + " join action_history h on h.action_id = a.id join people p on p.id ="
                            + " h.person_id where "
                            + sql.where()
                            + " order by h.id"))
                .map(ConstructorMapper.of(ActionHistoryRow.class))
                .list());
  }

  /**
   * Which of these actions belong to plans that lie within; with {@code Caller.workable()}, which
   * of them the caller may change.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Set<UUID> lying(Visibility within, List<UUID> ids) {
    ActionSql sql =
        ActionSql.planned(within).add("a.id = any(:ids)", "ids", ids.toArray(new UUID[0]));
    return new HashSet<>(
        database.read(
            h ->
                sql.bind(h.createQuery("select a.id" + ActionSql.TABLES + "where " + sql.where()))
                    .mapTo(UUID.class)
                    .list()));
  }

  private List<ActionRow> list(ActionSql sql, String order) {
    String text = text(sql, order);
    return database.read(h -> sql.bind(h.createQuery(text)).map(ACTION_ROW).list());
  }

  private static String text(ActionSql sql, String order) {
    return ROW + "actions a" + JOINS + "where " + sql.where() + " order by " + order;
  }

  private LocalDate today() {
    return clock.instant().atZone(CaseQueries.ZONE).toLocalDate();
  }
}
