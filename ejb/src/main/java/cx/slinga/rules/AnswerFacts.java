package cx.slinga.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads from stored answers what rules may know about them. Intake and try-out read the same way,
 * so that they cannot come to different verdicts.
 */
public final class AnswerFacts {
  private static final String FACTS =
      "select r.id, r.survey_id, r.external_id, r.answered_on, r.score, r.overall, (select"
          + " min(rated.value::int) from jsonb_each_text(r.ratings) rated where rated.key ="
          + " any(:ease)) as ease, r.problem, r.words, t.key as touchpoint, r.segment,"
          + " coalesce(r.language, k.language) as language, r.attributes ->> 'channel' as channel,"
          + " k.segment as customer_segment, k.value as customer_value, k.churn_state,"
          + " r.customer_id is not null and exists (select from cases c where c.customer_id ="
          + " r.customer_id and c.response_id < r.id and (c.state <> 'DISMISSED' or"
          + " coalesce(c.dismissal_reason, '') not in ('TEST', 'DUPLICATE', 'NOT_ABOUT_US'))) and"
          + " not exists (select from cases c where c.customer_id = r.customer_id and c.response_id"
          + " < r.id and c.state not in ('RESOLVED', 'CLOSED', 'DISMISSED')) as repeat from"
          + " responses r left join touchpoints t on t.id = r.touchpoint_id left join customers k"
          + " on k.id = r.customer_id where ";

  private static final int ARRIVED = 20_000;

  /** An answer with its facts. */
  public record Answer(
      long id, UUID survey, String externalId, LocalDate answeredOn, Facts facts) {}

  private AnswerFacts() {}

  /** Of these answers of one survey, by id. One statement, however many. */
  public static Map<Long, Facts> of(Handle h, Scales scales, Collection<Long> ids) {
    Map<Long, Facts> facts = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      answers(
              h.createQuery(FACTS + "r.id = any(:ids) order by r.id")
                  .bind("ids", ids.toArray(Long[]::new)),
              scales.easeKeys())
          .forEach(answer -> facts.put(answer.id(), answer.facts()));
    }
    return facts;
  }

  /**
   * Of the answers that came in last those that were given last, in the order in which they came: a
   * file need not be in order of time. The cost does not grow with all there ever were.
   *
   * @param survey of one survey, or null for all
   * @param easeKeys ratings of ease
   */
  public static List<Answer> latest(
      Handle h, @Nullable UUID survey, List<String> easeKeys, int count) {
    Query query =
        h.createQuery(
            FACTS
                + "r.id in (select l.id from (select a.id, a.answered_on from responses a"
                + (survey == null ? "" : " where a.survey_id = :survey")
                + " order by a.id desc limit :arrived) l order by l.answered_on desc, l.id desc"
                + " limit :count) order by r.id");
    query.bind("arrived", ARRIVED);
    if (survey != null) {
      query.bind("survey", survey);
    }
    return answers(query.bind("count", count), easeKeys);
  }

  private static List<Answer> answers(Query query, List<String> easeKeys) {
    return query
        .bind("ease", easeKeys.toArray(String[]::new))
        .map((row, context) -> answer(row))
        .list();
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getLong("id"),
        row.getObject("survey_id", UUID.class),
        row.getString("external_id"),
        row.getObject("answered_on", LocalDate.class),
        new Facts(
            row.getObject("score", Integer.class),
            row.getObject("overall", Integer.class),
            row.getObject("ease", Integer.class),
            row.getObject("problem", Boolean.class),
            row.getString("words"),
            row.getString("touchpoint"),
            row.getString("segment"),
            row.getString("language"),
            row.getString("channel"),
            row.getString("customer_segment"),
            row.getString("customer_value"),
            row.getString("churn_state"),
            row.getBoolean("repeat")));
  }
}
