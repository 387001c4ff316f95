package cx.slinga.resurvey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.cases.GateRules;
import cx.slinga.cases.GateTables;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked again, how often, and what a token opens. */
class ResurveysTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final GateRules RULES = new GateRules(false, true, 90, 30, 0);

  private static TestPostgres postgres;
  private static Database database;

  private final Resurveys resurveys = new Resurveys(database);

  @BeforeAll
  static void startDatabase() {
    postgres = new TestPostgres();
    database = new Database(postgres);
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @BeforeEach
  void twoCasesOfOneCustomer() {
    UUID person = Ids.next();
    UUID journey = Ids.next();
    UUID survey = Ids.next();
    UUID customer = Ids.next();
    database.write(
        h -> {
          h.execute("truncate people, journeys, surveys, responses, cases, customers cascade");
          h.execute("insert into people (id, username, name) values (?, 'karin', 'Karin')", person);
          h.execute("insert into journeys (id, key, name) values (?, 'j', 'J')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 's', 'Airport',"
                  + " ?, '{}')",
              survey,
              journey);
          h.execute(
              "insert into customers (id, key, email, consent, language) values (?, 'k',"
                  + " 'k@example.com', true, 'sv')",
              customer);
          for (int i = 1; i <= 2; i++) {
            h.execute(
                "insert into responses (id, survey_id, external_id, answered_on, received_at,"
                    + " score) values (?, ?, ?, '2026-11-01', now(), 3)",
                i,
                survey,
                String.valueOf(i));
            h.execute(
                "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                    + " owner_id, opened_at, calendar, contact_due_at, analysis_due_at,"
                    + " resolution_due_at, version, customer_id) values (?, ?, ?, ?, 'CLOSED',"
                    + " 'NORMAL', 3, ?, now(), 'SWEDEN', now(), now(), now(), 0, ?)",
                Ids.next(),
                number(i),
                i,
                survey,
                person,
                customer);
          }
        });
  }

  @Test
  void aCustomerWithAddressAndConsentIsAsked() {
    assertTrue(resurveys.invite(number(1), RULES, NOW).isPresent());
    assertTrue(resurveys.open(token(), NOW).isPresent());
    assertEquals("sv", resurveys.open(token(), NOW).orElseThrow().language());
    assertTrue(token().length() >= 43, "256 bits");
  }

  @Test
  void nobodyIsAskedWithoutConsentOrWithoutAnAddress() {
    database.write(h -> h.execute("update customers set consent = false"));
    assertTrue(resurveys.invite(number(1), RULES, NOW).isEmpty());
    database.write(h -> h.execute("update customers set consent = true, email = null"));
    assertTrue(resurveys.invite(number(1), RULES, NOW).isEmpty());
    database.write(h -> h.execute("update cases set customer_id = null"));
    assertTrue(resurveys.invite(number(1), RULES, NOW).isEmpty());
  }

  @Test
  void aCustomerIsLeftInPeaceBetweenTwoQuestions() {
    resurveys.invite(number(1), RULES, NOW);
    assertTrue(resurveys.invite(number(2), RULES, NOW.plus(Duration.ofDays(89))).isEmpty());
    assertTrue(resurveys.invite(number(2), RULES, NOW.plus(Duration.ofDays(91))).isPresent());
  }

  @Test
  void aTokenOpensItsQuestionOnceAndForItsTime() {
    resurveys.invite(number(1), RULES, NOW);
    String token = token();
    assertTrue(resurveys.open(token, NOW.plus(Duration.ofDays(29))).isPresent());
    assertTrue(resurveys.open(token, NOW.plus(Duration.ofDays(31))).isEmpty());
    assertTrue(resurveys.open("guessed", NOW).isEmpty());
    Resurvey asked = resurveys.open(token, NOW).orElseThrow();
    resurveys.answered(asked.id(), 9, "Better <b>now</b>", NOW);
    assertTrue(resurveys.open(token, NOW).isEmpty());
  }

  @Test
  void whoChangesTheRulesSecondIsTold() {
    GateTables tables = new GateTables(database);
    GateRules seen = tables.rules();
    tables.keep(new GateRules(true, true, 60, 30, seen.version()));
    assertTrue(tables.rules().fourEyes());
    assertThrows(
        ChangedMeanwhileException.class,
        () -> tables.keep(new GateRules(false, true, 90, 30, seen.version())));
    tables.keep(new GateRules(false, true, 90, 30, seen.version() + 1));
    assertFalse(tables.rules().fourEyes());
  }

  private static String number(int i) {
    return "SL-2026-00000" + i;
  }

  private static String token() {
    return database.read(
        h ->
            h.select("select token from resurveys where token is not null")
                .mapTo(String.class)
                .one());
  }
}
