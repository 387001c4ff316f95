package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.ServiceLevels;
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
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads cases: lists by keyset, one page for screens, counters, and the stream for exports. */
@Stateless
@DenyAll
public class CaseQueries {
  /** The zone in which "today" is meant. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private static final String ROW =
      "select c.id, c.number, c.version, c.state, c.severity, c.score, r.words, array(select"
          + " k.label from comment_codes k where k.survey_id = c.survey_id and k.code ="
          + " any(r.codes) order by array_position(r.codes, k.code)) as comments, o.username as"
          + " owner_username, o.name as owner_name, st.key as symptom_key, st.name as symptom,"
          + " sd.name as department, ct.name as cause_touchpoint, cd.name as cause_department,"
          + " c.cause_id, cause.title as cause, coalesce(cause.state = 'REJECTED', false) as"
          + " cause_rejected, c.opened_at, r.answered_on, c.contact_due_at, c.contacted_at,"
          + " c.contact_outcome, c.analysis_due_at, c.analysed_at, c.resolution_due_at,"
          + " c.resolved_at, c.closed_at, c.next_clock, c.next_due_at, c.paused_at, c.pause_reason,"
          + " c.actions_total + coalesce(cause.actions_total, 0) as actions_total, c.actions_open +"
          + " coalesce(cause.actions_open, 0) as actions_open, s.key as survey, c.recovered_score,"
          + " c.recovered_at, case project.state when 'RUNNING' then project.number end as project,"
          + " coalesce(project.actions_total, 0) as project_actions, case when project.id is null"
          + " or c.actions_open = 0 then 0 else (select count(*) from actions a where a.case_id ="
          + " c.id and a.state = 'OPEN' and a.kind = 'CONTAINMENT') end as containment_open from ";
  private static final String JOINS =
      " join responses r on r.id = c.response_id join people o on o.id = c.owner_id join surveys s"
          + " on s.id = c.survey_id left join touchpoints st on st.id = c.symptom_touchpoint_id"
          + " left join departments sd on sd.id = c.symptom_department_id left join touchpoints ct"
          + " on ct.id = c.cause_touchpoint_id left join departments cd on cd.id ="
          + " c.cause_department_id left join causes cause on cause.id = c.cause_id left join"
          + " projects project on project.id = cause.project_id ";

  /** Most that a count may cost, in the planner's units; reading some 30,000 pages in order. */
  private static final double COUNTING = 30_000;

  private static final RowMapper<CaseRow> CASE_ROW = ConstructorMapper.of(CaseRow.class);

  @Inject private Database database;
  @Inject private ServiceLevels serviceLevels;
  @Inject private LevelsToFollow levels;
  @Inject private Clock clock;

  public CaseQueries() {}

  /** For use outside the container: benchmarks and tests. */
  public CaseQueries(Database database, Clock clock) {
    this.database = database;
    this.serviceLevels = new ServiceLevels(database);
    this.levels = new LevelsToFollow(database, serviceLevels);
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param after key of the page before, null for the first
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Page<CaseRow> list(
      Visibility visibility, CaseFilter filter, CaseSort sort, @Nullable String after, int size) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    if (after != null) {
      String[] key = after.split("~", -1);
      try {
        if (!sort.accepts(key[0])) {
          throw BusinessException.ofField("after", "filter.unknown-value", after);
        }
        sql.after(sort, key[0], UUID.fromString(key[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw BusinessException.ofField("after", "filter.unknown-value", after);
      }
    }
    CasePage page = new CasePage(sql, sort, size + 1);
    // the page is cut from the narrow table first, and only its rows are joined
    List<CaseRow> rows =
        database.read(
            h ->
                page.read(
                    h,
                    cut ->
                        sql.bind(
                                h.createQuery(
                                    ROW + "(" + cut + ") c" + JOINS + CasePage.orderOf(sort)))
                            .map(CASE_ROW)
                            .list()));
    return Page.of(rows, size, row -> sort.key(row) + "~" + row.id());
  }

  /** How many cases the filter names. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long count(Visibility visibility, CaseFilter filter) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    return database.read(
        h ->
            sql.bind(h.createQuery("select count(*) from cases c where " + sql.where()))
                .mapTo(Long.class)
                .one());
  }

  /**
   * How many cases the filter names, at most so many: what is counted then costs no more, however
   * many there are.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long countUpTo(Visibility visibility, CaseFilter filter, int most) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    return database.read(
        h ->
            sql.bind(
                    h.createQuery(
                        "select count(*) from (select from cases c where "
                            + sql.where()
                            + " limit :most) x"))
                .bind("most", most)
                .mapTo(Long.class)
                .one());
  }

  /** How many cases the filter names, as far as counting them costs no more than reading a page. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CaseTotal total(Visibility visibility, CaseFilter filter) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    String named = "select from cases c where " + sql.where() + " limit " + (CaseTotal.COUNTED + 1);
    return database.read(
        h -> {
          Plan plan = Plan.of(h, sql, named);
          return plan.cost() > COUNTING
              ? CaseTotal.about(plan.rows())
              : CaseTotal.counted(
                  sql.bind(h.createQuery("select count(*) from (" + named + ") x"))
                      .mapTo(Long.class)
                      .one());
        });
  }

  /** How many of the cases that the filter names are in each state; every state is there. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Map<CaseState, Long> states(Visibility visibility, CaseFilter filter) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
    for (CaseState state : CaseState.values()) {
      counts.put(state, 0L);
    }
    database.write(
        h ->
            sql.bind(
                    h.createQuery(
                        "select c.state, count(*) as n from cases c where "
                            + sql.where()
                            + " group by c.state"))
                .map(
                    (row, context) ->
                        Map.entry(CaseState.valueOf(row.getString("state")), row.getLong("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** All cases that the filter names, one after the other, without holding them in memory. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public void each(
      Visibility visibility, CaseFilter filter, CaseSort sort, Consumer<CaseRow> consumer) {
    CaseSql sql = new CaseSql(visibility, filter, clock.instant(), ZONE);
    String text =
        ROW
            + "cases c"
            + JOINS
            + " where "
            + sql.where()
            + " order by %1$s%2$s, c.id%2$s"
                .formatted(sort.column(), sort.ascending() ? "" : " desc");
    database.write(
        h ->
            sql.bind(h.createQuery(text))
                .setFetchSize(1_000)
                .map(CASE_ROW)
                .useIterator(rows -> rows.forEachRemaining(consumer)));
  }

  /**
   * One case with the customer's answer, contacts and timeline. Its clocks are under what is
   * promised today, also while other cases are still on their way there.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CaseDetails details(Visibility visibility, String number) {
    CaseSql sql = new CaseSql(visibility, CaseFilter.all(), clock.instant(), ZONE);
    return database.read(
        h -> {
          CaseRow row = row(h, sql, number);
          return details(h, levels.catchUp(h, List.of(row.id())) ? row(h, sql, number) : row);
        });
  }

  private static CaseRow row(Handle h, CaseSql sql, String number) {
    return sql.bind(
            h.createQuery(ROW + "cases c" + JOINS + " where c.number = :number and " + sql.where()))
        .bind("number", number)
        .map(CASE_ROW)
        .findOne()
        .orElseThrow(() -> new NotFoundException(number));
  }

  /**
   * Whether the case lies within; with {@code Caller.workable()}, whether the caller may work on
   * it.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public boolean lies(Visibility within, String number) {
    CaseSql sql = new CaseSql(within, CaseFilter.all(), clock.instant(), ZONE);
    return database.read(
        h ->
            sql.bind(
                    h.createQuery(
                        "select exists (select from cases c where c.number = :number and "
                            + sql.where()
                            + ")"))
                .bind("number", number)
                .mapTo(Boolean.class)
                .one());
  }

  private CaseDetails details(Handle h, CaseRow row) {
    Map<String, String> touchpoints = new LinkedHashMap<>();
    h.createQuery(
            "select t.key, t.name from touchpoints t join stages s on s.id = t.stage_id order by"
                + " s.position, t.position")
        .map((r, context) -> Map.entry(r.getString("key"), r.getString("name")))
        .forEach(e -> touchpoints.put(e.getKey(), e.getValue()));
    List<ContactRow> contacts =
        h.createQuery(
                "select k.at, p.name as person_name, k.channel, k.outcome, k.note from contacts k"
                    + " join people p on p.id = k.person_id where k.case_id = :id order by k.at")
            .bind("id", row.id())
            .map(ConstructorMapper.of(ContactRow.class))
            .list();
    List<TimelineEntry> timeline = CaseTimeline.of(h, row);
    return h.createQuery(
            "select s.name as survey_name, r.external_id, r.overall, r.language, r.segment,"
                + " r.problem, r.attributes::text as attributes, r.ratings::text as ratings,"
                + " c.whys, c.calendar, p.name as head_name, c.dismissal_reason, c.dismissal_note"
                + " from cases c join responses r on r.id = c.response_id join surveys s on s.id ="
                + " c.survey_id left join departments d on d.id = coalesce(c.cause_department_id,"
                + " c.symptom_department_id) left join people p on p.id = d.head_id where c.id ="
                + " :id")
        .bind("id", row.id())
        .map(
            (r, context) ->
                new CaseDetails(
                    row,
                    r.getString("survey_name"),
                    r.getString("external_id"),
                    (Integer) r.getObject("overall", Integer.class),
                    r.getString("language"),
                    r.getString("segment"),
                    r.getObject("problem", Boolean.class),
                    texts(r.getString("attributes")),
                    ratings(r.getString("ratings"), touchpoints),
                    List.of((String[]) r.getArray("whys").getArray()),
                    CalendarKey.valueOf(r.getString("calendar")),
                    r.getString("head_name"),
                    r.getString("dismissal_reason") == null
                        ? null
                        : DismissalReason.valueOf(r.getString("dismissal_reason")),
                    r.getString("dismissal_note"),
                    row.state().isEnded() ? null : CaseReopenings.last(h, row.id()),
                    CaseClocks.reasons(
                        h,
                        row.id(),
                        CalendarKey.valueOf(r.getString("calendar")),
                        serviceLevels.policies(h),
                        clock.instant()),
                    contacts,
                    timeline))
        .one();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Map<String, String> texts(String json) {
    Map<String, String> map = new LinkedHashMap<>();
    json(json).forEach((key, value) -> map.put(key, text(value)));
    return map;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static List<Rating> ratings(String text, Map<String, String> touchpoints) {
    JsonObject json = json(text);
    List<Rating> ratings = new ArrayList<>();
    touchpoints.forEach(
        (key, name) ->
            json.forEach(
                (field, value) -> {
                  String[] parts = field.split(":", 2);
                  if (parts[0].equals(key) && value instanceof JsonNumber number) {
                    String what = parts.length > 1 ? parts[1] : "rating";
                    ratings.add(new Rating(key, name, what, number.intValue()));
                  }
                }));
    return ratings;
  }
}
