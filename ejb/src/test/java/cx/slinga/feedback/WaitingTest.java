package cx.slinga.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cx.slinga.clocks.ServiceLevels;
import cx.slinga.feedback.ResponseStore.Intake;
import cx.slinga.imports.ImportHouse;
import cx.slinga.insight.DailyScores;
import cx.slinga.journey.Touchpoints;
import cx.slinga.opening.OpenCases;
import cx.slinga.rules.RuleBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer corrects an answer before it is followed up. */
class WaitingTest {
  private static final Duration WAIT = Duration.ofMinutes(10);

  private static ImportHouse house;
  private static WaitingResponses waiting;

  @BeforeAll
  static void build() {
    house = new ImportHouse();
    OpenCases openCases =
        new OpenCases(
            house.database,
            new ServiceLevels(house.database),
            house.imports,
            new RuleBook(house.database));
    DailyScores scores = new DailyScores(house.database);
    waiting =
        new WaitingResponses(
            house.database,
            house.surveys,
            new Touchpoints(house.database),
            (Consumer<WaitEnded>) openCases::openWaiting,
            (Consumer<ResponseCorrected>) scores::correct);
  }

  @AfterAll
  static void tearDown() {
    house.close();
  }

  @BeforeEach
  void oneCxOwner() {
    house.furnish();
    house.person("cecilia", "cx_owner");
  }

  @Test
  void noCaseIsOpenedBeforeTheTimeIsUp() {
    submit(2);
    assertEquals(0, takeUp());
    assertEquals(0, house.count("cases"));
    pass(WAIT);
    assertEquals(1, takeUp());
    assertEquals(1, house.count("cases"));
    assertEquals(0, house.count("waiting_responses"));
  }

  @Test
  void aScoreThatIsCorrectedUpwardsOpensNoCase() {
    long id = submit(2);
    assertNotNull(correct(id, 9));
    pass(WAIT);
    assertEquals(1, takeUp());
    assertEquals(0, house.count("cases"));
    assertEquals("9", one("select score::text from responses"));
  }

  @Test
  void aScoreThatIsCorrectedDownwardsOpensOne() {
    long id = submit(9);
    correct(id, 2);
    pass(WAIT);
    takeUp();
    assertEquals("2", one("select score::text from cases"));
  }

  @Test
  void figuresFollowTheCorrection() {
    long id = submit(2);
    new DailyScores(house.database)
        .count(
            new ResponsesAccepted(
                house.survey(),
                List.of(
                    new AcceptedResponse(
                        id,
                        "1",
                        LocalDate.of(2026, 11, 15),
                        2,
                        null,
                        Map.of(),
                        null,
                        null,
                        null,
                        null)),
                house.clock.instant(),
                0,
                false,
                "cecilia",
                "api",
                null));
    correct(id, 9);
    assertEquals(
        "9:1", one("select string_agg(value || ':' || n, ' ' order by value) from daily_scores"));
  }

  @Test
  void afterTheTimeNothingIsCorrected() {
    long id = submit(2);
    pass(WAIT);
    assertNull(correct(id, 9));
    assertEquals("2", one("select score::text from responses"));
  }

  @Test
  void whatHasBeenTakenUpIsNotTakenUpAgain() {
    submit(2);
    pass(WAIT);
    takeUp();
    assertEquals(0, takeUp());
    assertEquals(1, house.count("cases"));
  }

  private static void pass(Duration time) {
    house.clock.now = house.clock.now.plus(time);
  }

  private static int takeUp() {
    return house.postgres.inTransaction(() -> waiting.takeUp(house.clock.instant()));
  }

  private static ResponseChanged correct(long id, int score) {
    return house.postgres.inTransaction(
        () -> waiting.correct(house.survey(), id, answer(score), house.clock.instant()));
  }

  private static long submit(int score) {
    return house.postgres.inTransaction(
        () -> {
          long id =
              house
                  .store
                  .store(
                      house.survey(),
                      List.of(answer(score)),
                      new Intake(house.clock.instant(), 0, false, "cecilia", "api", null))
                  .accepted()
                  .get(0)
                  .id();
          waiting.hold(id, house.clock.instant().plus(WAIT), "cecilia", "api");
          return id;
        });
  }

  private static ParsedResponse answer(int score) {
    return new ParsedResponse(
        1,
        1,
        "1",
        LocalDate.of(2026, 11, 15),
        score,
        null,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static String one(String question) {
    return house.database.read(h -> h.createQuery(question).mapTo(String.class).one());
  }
}
