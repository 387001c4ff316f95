package cx.slinga.feedback;

import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.Customers;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import cx.slinga.survey.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stores responses in bulk, in the caller's transaction. One batch of a survey at a time: the
 * survey's row is locked until the transaction ends, so that what is known cannot change meanwhile.
 */
@ApplicationScoped
public class ResponseStore {
  /** Most responses of a batch: the ids that the sequence gives at once. */
  public static final int MAX_BATCH = 5_000;

  private static final String COLUMNS =
      "id, survey_id, external_id, import_id, line, answered_on, received_at, score, overall,"
          + " language, segment, problem, weight, touchpoint_id, words, codes, ratings, attributes,"
          + " raw, customer_id";

  /**
   * How a batch came in.
   *
   * @param spreadDays demo only, see {@link ResponsesAccepted}
   * @param importId null for a single response
   */
  public record Intake(
      Instant at,
      int spreadDays,
      boolean followUp,
      String actor,
      String origin,
      @Nullable UUID importId) {}

  /**
   * What became of a batch.
   *
   * @param known were there already, or twice in the batch
   */
  public record Stored(List<AcceptedResponse> accepted, long scored, long known, long warnings) {}

  private Database database;
  private Touchpoints touchpoints;
  private Consumer<ResponsesAccepted> listeners;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ResponseStore() {}

  @Inject
  ResponseStore(Database database, Touchpoints touchpoints, Event<ResponsesAccepted> listeners) {
    this(database, touchpoints, (Consumer<ResponsesAccepted>) listeners::fire);
  }

  /** Outside the container. */
  public ResponseStore(
      Database database, Touchpoints touchpoints, Consumer<ResponsesAccepted> listeners) {
    this.database = database;
    this.touchpoints = touchpoints;
    this.listeners = listeners;
  }

  /** Stores those whose external id the survey does not have yet, and tells the listeners. */
  public Stored store(Survey survey, List<ParsedResponse> responses, Intake intake) {
    if (responses.size() > MAX_BATCH) {
      throw new IllegalArgumentException("too many for one batch: " + responses.size());
    }
    Stored stored = database.read(h -> store(h, survey, responses, intake));
    if (!stored.accepted().isEmpty()) {
      listeners.accept(
          new ResponsesAccepted(
              survey,
              stored.accepted(),
              intake.at(),
              intake.spreadDays(),
              intake.followUp(),
              intake.actor(),
              intake.origin(),
              intake.importId()));
    }
    return stored;
  }

  /** The response of that external id, if there is one. */
  @Nullable Long find(UUID survey, String externalId) {
    return database.read(
        h ->
            h.createQuery(
                    "select id from responses where survey_id = :survey and external_id = :id")
                .bind("survey", survey)
                .bind("id", externalId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null));
  }

  private Stored store(Handle h, Survey survey, List<ParsedResponse> responses, Intake intake) {
    if (responses.isEmpty()) {
      return new Stored(List.of(), 0, 0, 0);
    }
    h.createQuery("select id from surveys where id = :id for no key update")
        .bind("id", survey.id())
        .mapTo(UUID.class)
        .one();
    Set<String> known = known(h, survey, responses);
    Map<String, UUID> touchpointIds =
        touchpoints.all().stream().collect(Collectors.toMap(TouchpointRow::key, TouchpointRow::id));
    Map<String, UUID> customers = Customers.keep(h, customers(responses, known));
    Customers.suggest(h, hints(responses, known));
    List<AcceptedResponse> accepted = new ArrayList<>(responses.size());
    CopyText rows = new CopyText();
    long scored = 0;
    long warnings = 0;
    long id = 0;
    for (ParsedResponse response : responses) {
      if (!known.add(response.externalId())) {
        continue;
      }
      id = accepted.isEmpty() ? firstId(h) : id + 1;
      UUID customer = response.customer() == null ? null : customers.get(response.customer().key());
      write(rows, id, survey, response, intake, touchpointIds, customer);
      accepted.add(
          new AcceptedResponse(
              id,
              response.externalId(),
              response.answeredOn(),
              response.score(),
              response.overall(),
              response.ratings(),
              response.weight(),
              response.problem(),
              response.lowestTouchpoint(),
              customer));
      scored += response.score() == null ? 0 : 1;
      warnings += response.warnings().size();
    }
    rows.copyInto(h, "responses", COLUMNS);
    return new Stored(accepted, scored, responses.size() - accepted.size(), warnings);
  }

  private static Set<String> known(Handle h, Survey survey, List<ParsedResponse> responses) {
    // one look into the unique index for each id: a join could be planned as a walk through the
    // whole survey, which would make an import slower with everything that is there already
    return new HashSet<>(
        h.createQuery(
                "select given.id from unnest(:ids) given (id) cross join lateral (select 1 from"
                    + " responses r where r.survey_id = :survey and r.external_id = given.id limit"
                    + " 1) found")
            .bind("survey", survey.id())
            .bind("ids", responses.stream().map(ParsedResponse::externalId).toArray(String[]::new))
            .mapTo(String.class)
            .list());
  }

  /** Of the answers that are new. */
  private static List<CustomerFacts> customers(List<ParsedResponse> responses, Set<String> known) {
    List<CustomerFacts> customers = new ArrayList<>();
    for (ParsedResponse response : responses) {
      CustomerFacts said = response.customer();
      if (said != null && !known.contains(response.externalId())) {
        customers.add(said);
      }
    }
    return customers;
  }

  /** What the answers themselves suggest of their customers. */
  private static List<Customers.Hint> hints(List<ParsedResponse> responses, Set<String> known) {
    List<Customers.Hint> hints = new ArrayList<>();
    for (ParsedResponse response : responses) {
      CustomerFacts said = response.customer();
      if (said != null && !known.contains(response.externalId())) {
        hints.add(new Customers.Hint(said.key(), response.segment(), response.language()));
      }
    }
    return hints;
  }

  private static long firstId(Handle h) {
    return h.createQuery("select nextval('responses_id')").mapTo(Long.class).one();
  }

  private static void write(
      CopyText rows,
      long id,
      Survey survey,
      ParsedResponse response,
      Intake intake,
      Map<String, UUID> touchpointIds,
      @Nullable UUID customer) {
    String touchpoint = response.lowestTouchpoint();
    rows.number(id)
        .id(survey.id())
        .text(response.externalId())
        .id(intake.importId())
        .number(intake.importId() == null ? null : (Integer) (int) response.line())
        .day(response.answeredOn())
        .at(intake.at())
        .number(response.score())
        .number(response.overall())
        .text(response.language())
        .text(response.segment())
        .flag(response.problem())
        .number(response.weight())
        .id(touchpoint == null ? null : touchpointIds.get(touchpoint))
        .text(response.words())
        .texts(response.codes().stream().map(CommentCode::key).toList())
        .json(response.ratings())
        .json(response.attributes())
        .texts(intake.importId() == null ? null : response.raw())
        .id(customer)
        .endRow();
  }
}
