package cx.slinga.feedback;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads responses, those without a case too. */
@Stateless
@DenyAll
public class ResponseQueries {
  private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

  // A response is seen by those who see its case, and by those who see everything.
  private static final String SEEN =
      "(:all or exists (select from cases c where c.response_id = r.id and (c.owner_id = :person or"
          + " c.symptom_department_id = any(:departments) or c.cause_department_id ="
          + " any(:departments))))";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ResponseQueries() {}

  @Inject
  public ResponseQueries(Database database) {
    this.database = database;
  }

  /**
   * Responses, the latest received first.
   *
   * @param surveyKey of one survey, or null for all
   * @param after key of the page before
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.AUDITOR})
  public Page<ResponseRow> list(
      Visibility visibility, @Nullable String surveyKey, @Nullable String after, int size) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return new Page<>(List.of(), null);
    }
    long before;
    try {
      before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField("after", "filter.unknown-value", after);
    }
    refuseUnknown(surveyKey);
    List<ResponseRow> rows =
        database.read(
            h ->
                seen(
                        visibility,
                        surveyKey,
                        h.createQuery(
                            "select r.id, s.key as survey, r.external_id, r.answered_on, r.score,"
                                + " r.overall, r.language, r.segment, r.problem, r.words,"
                                + " array(select k.label from comment_codes k where k.survey_id ="
                                + " r.survey_id and k.code = any(r.codes) order by"
                                + " array_position(r.codes, k.code)) as comments, r.ratings::text"
                                + " as ratings, (select c.number from cases c where c.response_id ="
                                + " r.id) as case_number from responses r join surveys s on s.id ="
                                + " r.survey_id where r.id < :before and "
                                + inSurvey(surveyKey)
                                + SEEN
                                + " order by r.id desc limit :limit"))
                    .bind("before", before)
                    .bind("limit", size + 1)
                    .map((row, context) -> row(row))
                    .list());
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  /** How many responses there are. */
  @RolesAllowed({Roles.CX_OWNER, Roles.AUDITOR})
  public long count(Visibility visibility, @Nullable String surveyKey) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return 0;
    }
    return database.read(
        h ->
            seen(
                    visibility,
                    surveyKey,
                    h.createQuery(
                        "select count(*) from responses r where " + inSurvey(surveyKey) + SEEN))
                .mapTo(Long.class)
                .one());
  }

  private void refuseUnknown(@Nullable String surveyKey) {
    if (surveyKey != null
        && !database.read(
            h ->
                h.select("select exists (select from surveys where key = ?)", surveyKey)
                    .mapTo(Boolean.class)
                    .one())) {
      throw BusinessException.ofField("survey", "filter.unknown-value", surveyKey);
    }
  }

  private static String inSurvey(@Nullable String surveyKey) {
    return surveyKey == null
        ? ""
        : "r.survey_id = (select id from surveys where key = :survey) and ";
  }

  private static Query seen(Visibility visibility, @Nullable String surveyKey, Query query) {
    query
        .bind("all", visibility.scope() == Visibility.Scope.ALL)
        .bind("person", visibility.person())
        .bind("departments", visibility.departments().toArray(new UUID[0]));
    return surveyKey == null ? query : query.bind("survey", surveyKey);
  }

  private static ResponseRow row(ResultSet row) throws SQLException {
    return new ResponseRow(
        row.getLong("id"),
        row.getString("survey"),
        row.getString("external_id"),
        row.getObject("answered_on", LocalDate.class),
        row.getObject("score", Integer.class),
        row.getObject("overall", Integer.class),
        row.getString("language"),
        row.getString("segment"),
        row.getObject("problem", Boolean.class),
        row.getString("words"),
        List.of((String[]) row.getArray("comments").getArray()),
        ratings(row.getString("ratings")),
        row.getString("case_number"));
  }

  private static Map<String, Integer> ratings(String text) {
    Map<String, Integer> ratings = new LinkedHashMap<>();
    try (var reader = JSON.createReader(new StringReader(text))) {
      reader
          .readObject()
          .forEach(
              (key, value) -> {
                if (value instanceof JsonNumber number) {
                  ratings.put(key, number.intValue());
                }
              });
    }
    return ratings;
  }
}
