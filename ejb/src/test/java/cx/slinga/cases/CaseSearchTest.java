package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.security.Caller;
import cx.slinga.security.Caller.PersonId;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are found wherever they stand, and a filter that names nothing is refused. */
class CaseSearchTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:00:00Z");
  private static final UUID PERSON = Ids.next();
  private static final Visibility EVERYTHING =
      new Caller(new PersonId(PERSON), "alva", "Alva", Set.of(Roles.AUDITOR), Set.of()).cases();

  private static TestPostgres postgres;
  private static Database database;

  @BeforeAll
  static void aCaseWhoseCustomerWritesMarkup() {
    postgres = new TestPostgres();
    database = new Database(postgres);
    UUID survey = Ids.next();
    UUID journey = Ids.next();
    database.write(
        h -> {
          h.execute("insert into people (id, username, name) values (?, 'karin', 'Karin')", PERSON);
          h.execute("insert into journeys (id, key, name) values (?, 'j', 'J')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 'sfo-2018',"
                  + " 'Airport', ?, '{}')",
              survey,
              journey);
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at, score,"
                  + " words) values (1, ?, '1', '2018-05-15', now(), 3, 'The <b"
                  + " style=\"horrible\">signs</b> lead nowhere<script>alert(1)</script>,"
                  + " food/drinks too')",
              survey);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                  + " owner_id, opened_at, calendar, contact_due_at, analysis_due_at,"
                  + " resolution_due_at, version) select ?, 'SL-2018-000001', id, survey_id,"
                  + " 'OPEN', 'NORMAL', 3, ?, now(), 'SWEDEN', now(), now(), now(), 0 from"
                  + " responses",
              Ids.next(),
              PERSON);
        });
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signs", "nowhere", "horrible", "alert", "drinks", "food/drinks", "<b> signs"})
  void wordsWithinMarkupAreFound(String words) {
    assertEquals(1, count("q", words));
  }

  @Test
  void wordsThatNobodyWroteAreNotFound() {
    assertEquals(0, count("q", "parking"));
  }

  @ParameterizedTest
  @CsvSource({
    "owner,nobody",
    "department,nowhere",
    "touchpoint,nothing",
    "survey,sfo-1918",
    "cause,018f3f5e-0000-7000-8000-000000000000"
  })
  void whatAFilterNamesMustExist(String name, String value) {
    CaseFilter filter = CaseFilter.parse(Map.of(name, value)::get);
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> new CaseFilterQueries(database).known(filter));
    assertEquals(name, refusal.field());
    assertEquals("filter.unknown-value", refusal.key());
  }

  @Test
  void aFilterThatNamesWhatExistsIsTaken() {
    CaseFilter filter = CaseFilter.parse(Map.of("owner", "karin", "survey", "sfo-2018")::get);
    assertSame(filter, new CaseFilterQueries(database).known(filter));
  }

  private static long count(String name, String value) {
    return new CaseQueries(database, Clock.fixed(NOW, ZoneOffset.UTC))
        .count(EVERYTHING, CaseFilter.parse(Map.of(name, value)::get));
  }
}
