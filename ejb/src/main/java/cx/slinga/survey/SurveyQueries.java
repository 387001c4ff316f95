package cx.slinga.survey;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads surveys; open to everybody who works here. */
@Stateless
@DenyAll
public class SurveyQueries {
  @Inject private Database database;

  /** All surveys, the one with the latest answers first. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<SurveyRow> list() {
    return database.read(
        h ->
            h.createQuery(
                    "select s.id, s.key, s.name, r.first, r.last, s.wait_minutes,"
                        + " coalesce(n.answers, 0) as answers from surveys s left join (select"
                        + " survey_id, min(day) as first, max(day) as last from daily_scores group"
                        + " by survey_id) r on r.survey_id = s.id left join lateral (select"
                        + " sum(d.n)::bigint as answers from daily_scores d where d.survey_id ="
                        + " s.id and d.metric = 'score' and d.day > r.last - 92) n on true order"
                        + " by r.last desc nulls last, s.key desc")
                .map(ConstructorMapper.of(SurveyRow.class))
                .list());
  }
}
