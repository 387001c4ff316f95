package cx.slinga.improvement;

import cx.slinga.rootcause.CauseState;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads projects. They are open to everybody who works with customers or checks that work: who may
 * see one may see all.
 */
@Stateless
@DenyAll
public class ProjectQueries {
  /** Most projects of a page. */
  public static final int MOST = 200;

  private static final RowMapper<ProjectRow> PROJECT_ROW = ConstructorMapper.of(ProjectRow.class);

  private static final String ROW =
      "select p.id, p.version, p.number, p.title, p.state, d.key as department_key, d.name as"
          + " department, o.username as owner_username, o.name as owner_name, p.deadline, p.impact,"
          + " p.confidence, p.effort, p.priority, (select count(*) from project_causes l where"
          + " l.project_id = p.id) as causes, p.actions_total, p.actions_open from projects p join"
          + " departments d on d.id = p.department_id join people o on o.id = p.owner_id where ";

  @Inject private Database database;
  @Inject private CurrentUser currentUser;

  /** What a filter restricts; the text is put together from constants only. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions(ProjectFilter filter) {
      if (!filter.states().isEmpty()) {
        add(
            "p.state = any(:states)",
            "states",
            filter.states().stream().map(Enum::name).toArray(String[]::new));
      }
      add(
          "p.department_id = (select id from departments where key = :department)",
          "department",
          filter.department());
      add("p.owner_id = (select id from people where username = :owner)", "owner", filter.owner());
      add(
          "exists (select from project_causes l where l.project_id = p.id and l.cause_id = :cause)",
          "cause",
          filter.cause());
    }

    void after(ProjectSort sort, String after) {
      String[] key = after.split("~", -1);
      try {
        Object value =
            sort == ProjectSort.PRIORITY ? new BigDecimal(key[0]) : LocalDate.parse(key[0]);
        add(sort.after(), "afterValue", value.toString());
        values.put("afterId", UUID.fromString(key[1]));
      } catch (RuntimeException e) {
        throw BusinessException.ofField("after", "filter.unknown-value", after);
      }
    }

    private void add(String text, String name, @Nullable Object value) {
      if (value != null) {
        texts.add(text);
        values.put(name, value);
      }
    }

    String where() {
      return texts.isEmpty() ? "true" : String.join(" and ", texts);
    }

    <S extends SqlStatement<S>> S bind(S statement) {
      values.forEach(statement::bind);
      return statement;
    }
  }

  /**
   * One page.
   *
   * @param after key of the page before, null for the first
   * @param size at most {@link #MOST}
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Page<ProjectRow> list(
      ProjectFilter filter, ProjectSort sort, @Nullable String after, int size) {
    int most = Math.min(size, MOST);
    Conditions conditions = new Conditions(filter);
    if (after != null) {
      conditions.after(sort, after);
    }
    List<ProjectRow> rows =
        database.read(
            h ->
                conditions
                    .bind(
                        h.createQuery(
                            ROW + conditions.where() + sort.order() + " limit " + (most + 1)))
                    .map(PROJECT_ROW)
                    .list());
    return Page.of(rows, most, row -> sort.key(row) + "~" + row.id());
  }

  /** How many projects the filter names. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long count(ProjectFilter filter) {
    Conditions conditions = new Conditions(filter);
    return database.read(
        h ->
            conditions
                .bind(h.createQuery("select count(*) from projects p where " + conditions.where()))
                .mapTo(Long.class)
                .one());
  }

  /**
   * One project with everything behind it.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public ProjectDetails details(String project) {
    return database.read(
        h -> {
          ProjectRow row =
              h.createQuery(ROW + "p.number = :number")
                  .bind("number", project)
                  .map(PROJECT_ROW)
                  .findOne()
                  .orElseThrow(() -> new NotFoundException(project));
          return details(h, row);
        });
  }

  private static ProjectDetails details(Handle h, ProjectRow row) {
    List<ProjectDetails.Removed> causes =
        h.createQuery(
                "select k.id, k.title, k.state, d.name as department, (select count(*) from cases c"
                    + " where c.cause_id = k.id and c.state <> 'DISMISSED') as cases from"
                    + " project_causes l join causes k on k.id = l.cause_id join departments d on"
                    + " d.id = k.department_id where l.project_id = :id order by cases desc,"
                    + " k.title, k.id")
            .bind("id", row.id())
            .map(
                (r, context) ->
                    new ProjectDetails.Removed(
                        r.getObject("id", UUID.class),
                        r.getString("title"),
                        CauseState.valueOf(r.getString("state")),
                        r.getString("department"),
                        r.getLong("cases")))
            .list();
    List<ProjectDetails.Happened> history =
        h.createQuery(
                "select h.at, p.name as person_name, h.verb, h.reason, k.title as cause, o.name as"
                    + " owner_name from project_history h left join people p on p.id = h.person_id"
                    + " left join causes k on k.id = h.cause_id left join people o on o.id ="
                    + " h.owner_id where h.project_id = :id order by h.id desc limit 100")
            .bind("id", row.id())
            .map(ConstructorMapper.of(ProjectDetails.Happened.class))
            .list();
    return h.createQuery(
            "select p.aim, p.stop_reason, c.name as created_by, p.created_at, p.started_at,"
                + " p.ended_at, d.project_limit, (select count(*) from projects r where"
                + " r.department_id = d.id and r.state = 'RUNNING') as running from projects p join"
                + " people c on c.id = p.created_by join departments d on d.id = p.department_id"
                + " where p.id = :id")
        .bind("id", row.id())
        .map(
            (r, context) ->
                new ProjectDetails(
                    row,
                    r.getString("aim"),
                    r.getString("stop_reason"),
                    r.getString("created_by"),
                    r.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(r.getObject("started_at", OffsetDateTime.class)),
                    instant(r.getObject("ended_at", OffsetDateTime.class)),
                    causes,
                    r.getInt("running"),
                    r.getInt("project_limit"),
                    history))
        .one();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** Whether the caller may change the project; it hides, the service protects. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public boolean mayChange(String project) {
    var caller = currentUser.get();
    return database
        .read(
            h ->
                h.createQuery("select department_id from projects where number = :number")
                    .bind("number", project)
                    .mapTo(UUID.class)
                    .findOne())
        .filter(department -> Projects.mayChange(caller.roles(), caller.departments(), department))
        .isPresent();
  }

  /** Keys of the open departments that the caller may propose projects for. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<String> mayProposeFor() {
    var caller = currentUser.get();
    return database.read(
        h ->
            h
                .createQuery("select id, key from departments where is_open order by name")
                .map(
                    (row, context) ->
                        Map.entry(row.getObject("id", UUID.class), row.getString("key")))
                .list()
                .stream()
                .filter(
                    place ->
                        Projects.mayChange(caller.roles(), caller.departments(), place.getKey()))
                .map(Map.Entry::getValue)
                .toList());
  }
}
