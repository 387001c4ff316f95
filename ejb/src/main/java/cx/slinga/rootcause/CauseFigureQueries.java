package cx.slinga.rootcause;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Counts what a cause does. Counts are open to everybody on the journey. */
@Stateless
@DenyAll
public class CauseFigureQueries {
  @Inject private Database database;

  /** How large the cause is, and since when. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CauseFigures figures(UUID id) {
    return database.read(
        h -> {
          Map<LocalDate, Long> hits = new TreeMap<>();
          h.createQuery(
                  "select date_trunc('week', r.answered_on::timestamp)::date as monday, count(*) as"
                      + " n from cases c join responses r on r.id = c.response_id where c.cause_id"
                      + " = :id and c.state <> 'DISMISSED' group by 1")
              .bind("id", id)
              .map(
                  (r, context) -> Map.entry(r.getObject("monday", LocalDate.class), r.getLong("n")))
              .forEach(e -> hits.put(e.getKey(), e.getValue()));
          List<CauseFigures.Week> weeks =
              h.createQuery(
                      "select date_trunc('week', day::timestamp)::date as monday,"
                          + " sum(n)::bigint as n from daily_scores where metric = 'score' and"
                          + " survey_id in (select survey_id from cases where cause_id = :id) group"
                          + " by 1 order by 1")
                  .bind("id", id)
                  .map(
                      (r, context) -> {
                        LocalDate monday = r.getObject("monday", LocalDate.class);
                        return new CauseFigures.Week(
                            monday, hits.getOrDefault(monday, 0L), r.getLong("n"));
                      })
                  .list();
          return h.createQuery(
                  "with spoken as (select coalesce(customer_id, id) as customer from cases where"
                      + " cause_id = :id and state <> 'DISMISSED'), each as (select count(*) as n"
                      + " from spoken group by customer) select (select count(*) from spoken) as"
                      + " cases, (select count(*) from each) as customers, (select coalesce(sum(n),"
                      + " 0)::bigint from (select n from each order by n desc limit 3) l) as"
                      + " loudest, (select coalesce(sum(n), 0)::bigint from daily_scores where"
                      + " metric = 'score' and survey_id in "
                      + CauseSql.SURVEYS
                      + ") as responses, (select coalesce(sum(n), 0)::bigint from daily_scores"
                      + " where metric = 'score' and value <= 6 and survey_id in "
                      + CauseSql.SURVEYS
                      + ") as detractors")
              .bind("id", id)
              .map(
                  (r, context) ->
                      new CauseFigures(
                          r.getLong("cases"),
                          r.getLong("customers"),
                          r.getLong("loudest"),
                          r.getLong("responses"),
                          r.getLong("detractors"),
                          weeks))
              .one();
        });
  }

  /** Where it is felt most: at so many touchpoints, and by so many segments, at most. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CauseFelt felt(UUID id, int most) {
    return database.read(
        h ->
            new CauseFelt(
                h.createQuery(
                        "select t.key, t.name, f.cases, (select count(*) from cases a where"
                            + " a.symptom_touchpoint_id = t.id and a.state <> 'DISMISSED') as of"
                            + " from (select symptom_touchpoint_id, count(*) as cases from cases"
                            + " where cause_id = :id and state <> 'DISMISSED' and"
                            + " symptom_touchpoint_id is not null group by 1 order by 2 desc limit"
                            + " :most) f join touchpoints t on t.id = f.symptom_touchpoint_id"
                            + " order by f.cases desc, t.name")
                    .bind("id", id)
                    .bind("most", most)
                    .map(ConstructorMapper.of(CauseFelt.Place.class))
                    .list(),
                h.createQuery(
                        "select null::text as key, r.segment as name, count(*) as cases,"
                            + " sum(count(*)) over ()::bigint as of from cases c join responses r"
                            + " on r.id = c.response_id where c.cause_id = :id and c.state <>"
                            + " 'DISMISSED' and r.segment is not null group by r.segment order by"
                            + " 3 desc, 2 limit :most")
                    .bind("id", id)
                    .bind("most", most)
                    .map(ConstructorMapper.of(CauseFelt.Place.class))
                    .list()));
  }
}
