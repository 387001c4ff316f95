package cx.slinga.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseState;
import cx.slinga.feedback.AcceptedResponse;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.security.Caller;
import cx.slinga.security.Caller.PersonId;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.TestPostgres;
import cx.slinga.survey.Survey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightQueriesTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:00:00Z");
  private static final LocalDate MAY_2 = LocalDate.of(2018, 5, 2);
  private static final UUID PERSON = Ids.next();
  private static final UUID WAYFINDING = Ids.next();
  private static final UUID CLEANING = Ids.next();
  private static final UUID SIGNS = Ids.next();
  private static final UUID RESTROOMS = Ids.next();
  private static final UUID CAUSE = Ids.next();
  private static final Visibility EVERYTHING = caller(Roles.AUDITOR);

  private static TestPostgres postgres;
  private static Database database;

  private final Survey survey = new Survey(Ids.next(), "airport-" + Ids.next(), "Airport", "{}");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final DailyScores rollup = new DailyScores(database);
  private final InsightQueries queries =
      new InsightQueries(database, new CaseQueries(database, clock), clock);
  private long responses;

  @BeforeAll
  static void makeTheMap() {
    postgres = new TestPostgres();
    database = new Database(postgres);
    UUID journey = Ids.next();
    UUID arriving = Ids.next();
    UUID inside = Ids.next();
    database.write(
        h -> {
          h.execute("insert into people (id, username, name) values (?, 'karin', 'Karin')", PERSON);
          h.execute(
              "insert into departments (id, key, name) values (?, 'wayfinding', 'Wayfinding'), (?,"
                  + " 'cleaning', 'Cleaning')",
              WAYFINDING,
              CLEANING);
          h.execute("insert into journeys (id, key, name) values (?, 'j', 'J')", journey);
          h.execute(
              "insert into stages (id, journey_id, key, name, position) values (?, ?, 'inside',"
                  + " 'Inside', 2), (?, ?, 'arriving', 'Arriving', 1)",
              inside,
              journey,
              arriving,
              journey);
          h.execute(
              "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                  + " (?, ?, 'restrooms', 'Restrooms', 1, ?), (?, ?, 'signs', 'Signs', 1, ?)",
              RESTROOMS,
              inside,
              CLEANING,
              SIGNS,
              arriving,
              WAYFINDING);
          h.execute(
              "insert into causes (id, title, state, touchpoint_id, department_id, created_by,"
                  + " created_at, version) values (?, 'Signs end at the car park', 'NAMED', ?, ?,"
                  + " ?, now(), 0)",
              CAUSE,
              SIGNS,
              WAYFINDING,
              PERSON);
        });
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void makeTheSurvey() {
    database.write(
        h -> {
          h.execute("delete from cases");
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) select ?, ?, 'Airport', id,"
                  + " '{}' from journeys",
              survey.id(),
              survey.key());
        });
  }

  @Test
  void scoreOfTheAirportIsCountedInBatches() {
    List<AcceptedResponse> all = new ArrayList<>();
    all.addAll(scored(MAY_2, 9, 1268));
    all.addAll(scored(MAY_2, 7, 935));
    all.addAll(scored(MAY_2, 6, 447));
    all.addAll(scored(MAY_2, null, 159));
    for (int from = 0; from < all.size(); from += 500) {
      accept(all.subList(from, Math.min(from + 500, all.size())));
    }
    NpsFigure nps = queries.nps(survey.key());
    assertEquals(2650, nps.n());
    assertEquals(30.9811320755, nps.value(), 1e-9);
    assertEquals(28.1209, nps.low(), 1e-4);
    assertEquals(33.7713, nps.high(), 1e-4);
    assertEquals(28.154, nps.waldLow(), 1e-3);
    assertEquals(nps.value(), nps.weightedValue(), 1e-9);
    assertEquals(2650, nps.effectiveN(), 1e-6);
  }

  @Test
  void weightsCountInTheWeightedScoreOnly() {
    accept(
        List.of(response(MAY_2, 10, null, Map.of(), 3.0), response(MAY_2, 0, null, Map.of(), 1.0)));
    NpsFigure nps = queries.nps(survey.key());
    assertEquals(0, nps.value());
    assertEquals(50, nps.weightedValue(), 1e-12);
    assertEquals(1.6, nps.effectiveN(), 1e-12);
  }

  @Test
  void fewAnswersAreMarked() {
    accept(scored(MAY_2, 10, 9));
    assertTrue(queries.nps(survey.key()).tooFew());
  }

  @Test
  void touchpointsStandInTheOrderOfTheJourney() {
    accept(
        Stream.of(5, 5, 4, 3, 3, 2, 5, 5, 4, 4)
            .map(
                rating ->
                    response(
                        MAY_2,
                        8,
                        4,
                        Map.of("restrooms", 3, "signs", rating, "restrooms:cleanliness", rating),
                        null))
            .toList());
    List<TouchpointFigure> figures = queries.touchpoints(EVERYTHING, survey.key());
    assertEquals(
        List.of("signs rating", "restrooms rating", "restrooms cleanliness"),
        figures.stream().map(f -> f.key() + " " + f.what()).toList());
    TouchpointFigure signs = figures.get(0);
    assertEquals(10, signs.n());
    assertEquals(4.0, signs.mean());
    assertEquals(0.7, signs.topTwoShare());
    assertEquals(Wilson.interval(7, 10), new Interval(signs.low(), signs.high()));
    assertEquals("Wayfinding", signs.department());
    assertEquals(0, figures.get(1).topTwoShare());
  }

  @Test
  void eachDayHasItsOwnScore() {
    accept(scored(MAY_2.plusDays(1), 0, 12));
    accept(scored(MAY_2, 10, 6));
    accept(scored(MAY_2, 3, 6));
    List<DailyNps> days = queries.daily(survey.key());
    assertEquals(List.of(MAY_2, MAY_2.plusDays(1)), days.stream().map(DailyNps::day).toList());
    assertEquals(0, days.get(0).value());
    assertEquals(12, days.get(0).n());
    assertEquals(-100, days.get(1).value());
  }

  @Test
  void unknownSurveyIsNotFound() {
    assertThrows(NotFoundException.class, () -> queries.nps("no-such"));
    assertThrows(NotFoundException.class, () -> queries.touchpoints(EVERYTHING, "no-such"));
    assertThrows(NotFoundException.class, () -> queries.daily("no-such"));
    assertThrows(NotFoundException.class, () -> queries.causes(EVERYTHING, "no-such"));
  }

  @Test
  void statesCountWhatIsWithinSight() {
    open("OPEN", WAYFINDING, null, null);
    open("OPEN", CLEANING, null, null);
    open("CLOSED", WAYFINDING, null, null);
    Map<CaseState, Long> all = queries.caseStates(EVERYTHING, survey.key());
    assertEquals(CaseState.values().length, all.size());
    assertEquals(2, all.get(CaseState.OPEN));
    Visibility head = caller(Roles.DEPARTMENT_HEAD, WAYFINDING);
    assertEquals(1, queries.caseStates(head, null).get(CaseState.OPEN));
    assertEquals(0, queries.caseStates(caller(Roles.ADMINISTRATOR), null).get(CaseState.OPEN));
  }

  @Test
  void loadLiesWithTheDepartmentThatCausedTheCase() {
    open("OPEN", WAYFINDING, null, NOW.minusSeconds(1));
    open("ACTING", CLEANING, WAYFINDING, NOW.plusSeconds(1));
    open("CLOSED", CLEANING, null, null);
    open("OPEN", null, null, NOW.plusSeconds(1));
    assertEquals(
        List.of(
            new DepartmentLoad("wayfinding", "Wayfinding", 2, 1),
            new DepartmentLoad("", "", 1, 0),
            new DepartmentLoad("cleaning", "Cleaning", 0, 0)),
        queries.load(EVERYTHING));
    assertEquals(List.of(), queries.load(caller(Roles.ADMINISTRATOR)));
  }

  @Test
  void aCaseOwnerSeesFiguresOfTheOwnDepartmentAndAHeadThoseOfAll() {
    accept(List.of(response(MAY_2, 8, 4, Map.of("restrooms", 3, "signs", 5), null)));
    open("OPEN", WAYFINDING, null, NOW.plusSeconds(1));
    open("OPEN", CLEANING, null, NOW.plusSeconds(1));
    Visibility owner = person(Roles.CASE_OWNER, WAYFINDING).insight();
    Visibility head = person(Roles.DEPARTMENT_HEAD, WAYFINDING).insight();
    assertEquals(
        List.of("signs"),
        queries.touchpoints(owner, survey.key()).stream().map(TouchpointFigure::key).toList());
    assertEquals(
        List.of(new DepartmentLoad("wayfinding", "Wayfinding", 1, 0)), queries.load(owner));
    assertEquals(2, queries.touchpoints(head, survey.key()).size());
    assertEquals(2, queries.load(head).size());
  }

  @Test
  void causesAreSharesOfTheDetractors() {
    accept(scored(MAY_2, 3, 40));
    for (int i = 0; i < 10; i++) {
      open("ANALYSED", WAYFINDING, WAYFINDING, null);
    }
    open("DISMISSED", WAYFINDING, WAYFINDING, null);
    List<CauseShare> shares = queries.causes(EVERYTHING, survey.key());
    Interval interval = Wilson.interval(10, 40);
    assertEquals(
        List.of(
            new CauseShare(
                CAUSE,
                "Signs end at the car park",
                10,
                0.25,
                interval.low(),
                interval.high(),
                false)),
        shares);
  }

  private static Visibility caller(String role, UUID... departments) {
    return person(role, departments).cases();
  }

  private static Caller person(String role, UUID... departments) {
    return new Caller(
        new PersonId(Ids.next()), "somebody", "Somebody", Set.of(role), Set.of(departments));
  }

  private void accept(List<AcceptedResponse> batch) {
    rollup.count(new ResponsesAccepted(survey, batch, NOW, 0, true, "cecilia", "import", null));
  }

  private List<AcceptedResponse> scored(LocalDate day, @Nullable Integer score, int n) {
    return Stream.generate(() -> response(day, score, null, Map.of(), null)).limit(n).toList();
  }

  private AcceptedResponse response(
      LocalDate day,
      @Nullable Integer score,
      @Nullable Integer overall,
      Map<String, Integer> ratings,
      @Nullable Double weight) {
    long id = ++responses;
    return new AcceptedResponse(
        id, Long.toString(id), day, score, overall, ratings, weight, null, null, null);
  }

  /** A case as it stands in the table; how it came there is not what is tested. */
  private void open(
      String state, @Nullable UUID symptom, @Nullable UUID cause, @Nullable Instant due) {
    database.write(
        h -> {
          long response =
              h.createQuery(
                      "insert into responses (id, survey_id, external_id, answered_on, received_at)"
                          + " select coalesce(max(id), 0) + 1, :survey, coalesce(max(id), 0) + 1,"
                          + " '2018-05-02', :now from responses returning id")
                  .bind("survey", survey.id())
                  .bind("now", NOW.atOffset(ZoneOffset.UTC))
                  .mapTo(Long.class)
                  .one();
          h.createUpdate(
                  "insert into cases (id, number, response_id, survey_id, state, severity,"
                      + " owner_id, opened_at, symptom_department_id, cause_department_id,"
                      + " cause_id, calendar, contact_due_at, analysis_due_at, resolution_due_at,"
                      + " next_due_at, version) values (:id, :number, :response, :survey, :state,"
                      + " 'NORMAL', :owner, :now, cast(:symptom as uuid), cast(:cause as uuid),"
                      + " case when cast(:cause as uuid) is null then null else cast(:causeId as"
                      + " uuid) end, 'SWEDEN', :now, :now, :now, :due, 0)")
              .bind("id", Ids.next())
              .bind("number", "SL-" + response)
              .bind("response", response)
              .bind("survey", survey.id())
              .bind("state", state)
              .bind("owner", PERSON)
              .bind("now", NOW.atOffset(ZoneOffset.UTC))
              .bind("symptom", symptom)
              .bind("cause", cause)
              .bind("causeId", CAUSE)
              .bind("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
              .execute();
        });
  }
}
