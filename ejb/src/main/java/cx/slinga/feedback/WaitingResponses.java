package cx.slinga.feedback;

import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.Customers;
import cx.slinga.shared.Database;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Responses whose customers may still correct them. When the time is up they are followed up as
 * they are then; of two servers each takes its share, and what one that was killed held is taken by
 * the other.
 */
@ApplicationScoped
class WaitingResponses {
  /** Most that are taken up in one transaction. */
  static final int BATCH = 1_000;

  private static final String ACCEPTED =
      "select r.id, r.survey_id, r.external_id, r.answered_on, r.score, r.overall, r.ratings::text"
          + " as ratings, r.weight, r.problem, t.key as touchpoint, r.customer_id from responses r"
          + " left join touchpoints t on t.id = r.touchpoint_id where ";

  private Database database;
  private Surveys surveys;
  private Touchpoints touchpoints;
  private Consumer<WaitEnded> ended;
  private Consumer<ResponseCorrected> corrected;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected WaitingResponses() {}

  @Inject
  WaitingResponses(
      Database database,
      Surveys surveys,
      Touchpoints touchpoints,
      Event<WaitEnded> ended,
      Event<ResponseCorrected> corrected) {
    this(
        database,
        surveys,
        touchpoints,
        (Consumer<WaitEnded>) ended::fire,
        (Consumer<ResponseCorrected>) corrected::fire);
  }

  WaitingResponses(
      Database database,
      Surveys surveys,
      Touchpoints touchpoints,
      Consumer<WaitEnded> ended,
      Consumer<ResponseCorrected> corrected) {
    this.database = database;
    this.surveys = surveys;
    this.touchpoints = touchpoints;
    this.ended = ended;
    this.corrected = corrected;
  }

  private record Held(long id, String actor, String origin) {}

  private record Group(UUID survey, String actor, String origin) {}

  private record Row(UUID survey, AcceptedResponse response) {}

  /** Holds a response back until the time is up. */
  void hold(long response, Instant due, String actor, String origin) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into waiting_responses (response_id, due_at, actor, origin) values"
                        + " (:response, :due, :actor, :origin)")
                .bind("response", response)
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .bind("actor", actor)
                .bind("origin", origin)
                .execute());
  }

  /**
   * Corrects a response that waits.
   *
   * @return what to record; null when it does not wait any more, and nothing was changed
   */
  @Nullable ResponseChanged correct(Survey survey, long id, ParsedResponse said, Instant now) {
    AcceptedResponse before =
        database.read(
            h -> {
              boolean waits =
                  h.createQuery(
                          "select response_id from waiting_responses where response_id = :id and"
                              + " due_at > :now for update")
                      .bind("id", id)
                      .bind("now", now.atOffset(ZoneOffset.UTC))
                      .mapTo(Long.class)
                      .findOne()
                      .isPresent();
              return waits ? accepted(h, new long[] {id}).get(0).response() : null;
            });
    if (before == null) {
      return null;
    }
    AcceptedResponse after = database.read(h -> write(h, before, said));
    corrected.accept(new ResponseCorrected(survey, before, after));
    return new ResponseChanged(id, before.score(), after.score());
  }

  private AcceptedResponse write(Handle h, AcceptedResponse before, ParsedResponse said) {
    UUID customer = before.customerId();
    CustomerFacts facts = said.customer();
    if (facts != null) {
      customer = Customers.keep(h, List.of(facts)).get(facts.key());
      Customers.suggest(
          h, List.of(new Customers.Hint(facts.key(), said.segment(), said.language())));
    }
    String touchpoint = said.lowestTouchpoint();
    UUID touchpointId =
        touchpoint == null
            ? null
            : touchpoints.all().stream()
                .filter(t -> t.key().equals(touchpoint))
                .map(TouchpointRow::id)
                .findFirst()
                .orElse(null);
    JsonObjectBuilder ratings = Json.createObjectBuilder();
    said.ratings().forEach(ratings::add);
    JsonObjectBuilder attributes = Json.createObjectBuilder();
    said.attributes().forEach(attributes::add);
    h.createUpdate(
            "update responses set answered_on = :day, score = :score, overall = :overall, language"
                + " = :language, problem = :problem, touchpoint_id = cast(:touchpoint as uuid),"
                + " words = :words, ratings = cast(:ratings as jsonb), attributes ="
                + " cast(:attributes as jsonb), customer_id = cast(:customer as uuid) where id ="
                + " :id")
        .bind("day", said.answeredOn())
        .bind("score", said.score())
        .bind("overall", said.overall())
        .bind("language", said.language())
        .bind("problem", said.problem())
        .bind("touchpoint", touchpointId)
        .bind("words", said.words())
        .bind("ratings", ratings.build().toString())
        .bind("attributes", attributes.build().toString())
        .bind("customer", customer)
        .bind("id", before.id())
        .execute();
    return new AcceptedResponse(
        before.id(),
        before.externalId(),
        said.answeredOn(),
        said.score(),
        said.overall(),
        said.ratings(),
        before.weight(),
        said.problem(),
        touchpoint,
        customer);
  }

  /**
   * Takes up those whose time is up, at most {@link #BATCH}.
   *
   * @return how many; fewer than that when no more are due
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int takeUp(Instant now) {
    Map<Group, List<AcceptedResponse>> groups = new LinkedHashMap<>();
    int count =
        database.read(
            h -> {
              Map<Long, Held> held = new LinkedHashMap<>();
              h.createQuery(
                      "delete from waiting_responses where response_id in (select response_id from"
                          + " waiting_responses where due_at <= :now order by due_at limit :most"
                          + " for update skip locked) returning response_id, actor, origin")
                  .bind("now", now.atOffset(ZoneOffset.UTC))
                  .bind("most", BATCH)
                  .map(
                      (row, context) ->
                          new Held(
                              row.getLong("response_id"),
                              row.getString("actor"),
                              row.getString("origin")))
                  .forEach(one -> held.put(one.id(), one));
              if (!held.isEmpty()) {
                for (Row row :
                    accepted(h, held.keySet().stream().mapToLong(Long::longValue).toArray())) {
                  Held one = held.get(row.response().id());
                  if (one != null) {
                    groups
                        .computeIfAbsent(
                            new Group(row.survey(), one.actor(), one.origin()),
                            k -> new ArrayList<>())
                        .add(row.response());
                  }
                }
              }
              return held.size();
            });
    groups.forEach(
        (group, responses) ->
            ended.accept(
                new WaitEnded(
                    new ResponsesAccepted(
                        surveys.get(group.survey()),
                        responses,
                        now,
                        0,
                        true,
                        group.actor(),
                        group.origin(),
                        null))));
    return count;
  }

  private static List<Row> accepted(Handle h, long[] ids) {
    Long[] boxed = new Long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      boxed[i] = ids[i];
    }
    return h.createQuery(ACCEPTED + "r.id = any(:ids) order by r.id")
        .bind("ids", boxed)
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("survey_id", UUID.class),
        new AcceptedResponse(
            row.getLong("id"),
            row.getString("external_id"),
            row.getObject("answered_on", LocalDate.class),
            row.getObject("score", Integer.class),
            row.getObject("overall", Integer.class),
            ratings(row.getString("ratings")),
            row.getObject("weight", Double.class),
            row.getObject("problem", Boolean.class),
            row.getString("touchpoint"),
            row.getObject("customer_id", UUID.class)));
  }

  private static Map<String, Integer> ratings(String text) {
    Map<String, Integer> ratings = new LinkedHashMap<>();
    try (var reader = Json.createReader(new StringReader(text))) {
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
