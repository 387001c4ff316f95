package cx.slinga.insight;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseState;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures. Scores come from the rollup alone, so that their cost follows days and touchpoints
 * and not responses. Figures of the whole survey are open to every team on the journey.
 */
@Stateless
@DenyAll
public class InsightQueries {
  @Inject private Database database;
  @Inject private CaseQueries cases;
  @Inject private Clock clock;

  public InsightQueries() {}

  /** For use outside the container: benchmarks and tests. */
  public InsightQueries(Database database, CaseQueries cases, Clock clock) {
    this.database = database;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * The survey's net promoter score.
   *
   * @throws NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public NpsFigure nps(String surveyKey) {
    record Sums(
        long promoters,
        long passives,
        long detractors,
        double promoterWeight,
        double passiveWeight,
        double detractorWeight,
        double squared) {}
    Sums sums =
        database.read(
            h ->
                h.createQuery(
                        "select coalesce(sum(n) filter (where value >= 9), 0) as promoters,"
                            + " coalesce(sum(n) filter (where value between 7 and 8), 0) as"
                            + " passives, coalesce(sum(n) filter (where value <= 6), 0) as"
                            + " detractors, coalesce(sum(weight) filter (where value >= 9), 0) as"
                            + " promoter_weight, coalesce(sum(weight) filter (where value between 7"
                            + " and 8), 0) as passive_weight, coalesce(sum(weight) filter (where"
                            + " value <= 6), 0) as detractor_weight, coalesce(sum(weight_sq), 0) as"
                            + " squared from daily_scores where survey_id = :survey and metric ="
                            + " 'score'")
                    .bind("survey", survey(h, surveyKey))
                    .map(ConstructorMapper.of(Sums.class))
                    .one());
    return NpsFigure.of(
        new Nps(sums.promoters, sums.passives, sums.detractors),
        new Weights(sums.promoterWeight, sums.passiveWeight, sums.detractorWeight, sums.squared));
  }

  /**
   * How each touchpoint that the survey asks about was rated, in the order of the journey.
   *
   * @param visibility see {@link cx.slinga.security.Caller#insight()}
   * @throws NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<TouchpointFigure> touchpoints(Visibility visibility, String surveyKey) {
    return database.read(
        h ->
            h.createQuery(
                    "select t.key, t.name, s.key as stage_key, s.name as stage_name, d.name as"
                        + " department, m.what, m.n, m.total, m.top_two from (select"
                        + " split_part(metric, ':', 1) as touchpoint,"
                        + " coalesce(nullif(split_part(metric, ':', 2), ''), 'rating') as what,"
                        + " sum(n)::bigint as n, sum(value * n)::bigint as total, coalesce(sum(n)"
                        + " filter (where value >= 4), 0)::bigint as top_two from daily_scores"
                        + " where survey_id = :survey group by 1, 2) m join touchpoints t on t.key"
                        + " = m.touchpoint join stages s on s.id = t.stage_id join departments d on"
                        + " d.id = t.department_id where (:all or d.id = any(:departments)) order"
                        + " by s.position, t.position, m.what <> 'rating', m.what")
                .bind("survey", survey(h, surveyKey))
                .bind("all", visibility.scope() == Visibility.Scope.ALL)
                .bind("departments", visibility.departments().toArray(UUID[]::new))
                .map(
                    (row, context) -> {
                      long n = row.getLong("n");
                      long topTwo = row.getLong("top_two");
                      Interval interval = Wilson.interval(topTwo, n);
                      return new TouchpointFigure(
                          row.getString("key"),
                          row.getString("name"),
                          row.getString("stage_key"),
                          row.getString("stage_name"),
                          row.getString("department"),
                          row.getString("what"),
                          n,
                          (double) row.getLong("total") / n,
                          (double) topTwo / n,
                          interval.low(),
                          interval.high(),
                          n < Nps.ENOUGH);
                    })
                .list());
  }

  /**
   * The score of each day on which somebody answered, in order of time.
   *
   * @throws NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<DailyNps> daily(String surveyKey) {
    Map<LocalDate, Nps> days = new TreeMap<>();
    database.write(
        h ->
            h.createQuery(
                    "select day, value, n from daily_scores where survey_id = :survey and metric ="
                        + " 'score'")
                .bind("survey", survey(h, surveyKey))
                .map(
                    (row, context) ->
                        days.merge(
                            row.getObject("day", LocalDate.class),
                            new Nps(0, 0, 0).plus(row.getInt("value"), row.getLong("n")),
                            Nps::plus))
                .list());
    List<DailyNps> figures = new ArrayList<>();
    days.forEach(
        (day, nps) -> {
          Interval interval = nps.adjustedInterval();
          figures.add(new DailyNps(day, nps.n(), nps.value(), interval.low(), interval.high()));
        });
    return figures;
  }

  /**
   * How many of the cases within sight are in each state; every state is there.
   *
   * @param surveyKey null for all surveys
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Map<CaseState, Long> caseStates(Visibility visibility, @Nullable String surveyKey) {
    return cases.states(
        visibility, CaseFilter.parse(name -> name.equals("survey") ? surveyKey : null));
  }

  /**
   * What lies with each department, the latest first.
   *
   * @param visibility see {@link cx.slinga.security.Caller#insight()}
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<DepartmentLoad> load(Visibility visibility) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select coalesce(d.key, '') as key, coalesce(d.name, '') as name,"
                        + " coalesce(l.open, 0) as open, coalesce(l.late, 0) as late from (select *"
                        + " from departments where is_open) d full join (select"
                        + " coalesce(cause_department_id, symptom_department_id) as department_id,"
                        + " count(*) as open, count(*) filter (where due_order < :now) as late from"
                        + " cases where state in ('OPEN', 'IN_CONTACT', 'ANALYSED', 'ACTING',"
                        + " 'REOPENED') group by 1) l on l.department_id = d.id where (:all or d.id"
                        + " = any(:departments)) order by late desc, open desc, name")
                .bind("now", OffsetDateTime.now(clock))
                .bind("all", visibility.scope() == Visibility.Scope.ALL)
                .bind("departments", visibility.departments().toArray(UUID[]::new))
                .map(ConstructorMapper.of(DepartmentLoad.class))
                .list());
  }

  /**
   * The root causes that the survey's cases name, the most frequent first. Counts are open to
   * everybody who may see any case.
   *
   * @throws NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseShare> causes(Visibility visibility, String surveyKey) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select k.id, k.title, count(*) as cases, (select coalesce(sum(n), 0)::bigint"
                        + " from daily_scores where survey_id = :survey and metric = 'score' and"
                        + " value <= 6) as detractors from cases c join causes k on k.id ="
                        + " c.cause_id where c.survey_id = :survey and c.state <> 'DISMISSED' group"
                        + " by k.id, k.title order by count(*) desc, k.title")
                .bind("survey", survey(h, surveyKey))
                .map(
                    (row, context) -> {
                      long hits = row.getLong("cases");
                      // a survey's own rule may open cases also for passives
                      long n = Math.max(row.getLong("detractors"), hits);
                      Interval interval = Wilson.interval(hits, n);
                      return new CauseShare(
                          row.getObject("id", UUID.class),
                          row.getString("title"),
                          hits,
                          (double) hits / n,
                          interval.low(),
                          interval.high(),
                          n < Nps.ENOUGH);
                    })
                .list());
  }

  private static UUID survey(Handle h, String key) {
    return h.createQuery("select id from surveys where key = :key")
        .bind("key", key)
        .mapTo(UUID.class)
        .findOne()
        .orElseThrow(() -> new NotFoundException(key));
  }
}
