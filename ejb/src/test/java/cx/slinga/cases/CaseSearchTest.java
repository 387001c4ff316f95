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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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

  private static final String FIRST =
      "The <b style=\"horrible\">signs</b> lead nowhere<script>alert(1)</script>, food/drinks too";
  private static final String SECOND = "And the escalator stood still";

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
                  + " words) values (1, ?, '1', '2018-05-15', now(), 3, ?)",
              survey,
              FIRST);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                  + " owner_id, opened_at, calendar, contact_due_at, analysis_due_at,"
                  + " resolution_due_at, version) select ?, 'SL-2018-000001', id, survey_id,"
                  + " 'OPEN', 'NORMAL', 3, ?, now(), 'SWEDEN', now(), now(), now(), 0 from"
                  + " responses",
              Ids.next(),
              PERSON);
          join(h, survey, 1_002, SECOND);
          join(h, survey, 1_003, "The lift too");
          join(h, survey, 1_004, null);
          for (int i = 0; i < 20; i++) {
            int from = i * 1_000;
            join(
                h,
                survey,
                100 + i,
                IntStream.range(from, from + 1_000)
                    .mapToObj(n -> "w" + n + "x".repeat(12))
                    .collect(Collectors.joining(" ")));
          }
          join(h, survey, 5_000, "w7000 karusellen");
        });
  }

  private static void join(Handle h, UUID survey, long id, @Nullable String words) {
    h.execute(
        "insert into responses (id, survey_id, external_id, answered_on, received_at, score, words)"
            + " values (?, ?, ?, '2018-05-16', now(), 3, ?)",
        id,
        survey,
        Long.toString(id),
        words);
    h.execute(
        "insert into joined_responses select ?, id, now(), 'NORMAL', 'NORMAL' from cases", id);
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

  @ParameterizedTest
  @ValueSource(strings = {"escalator", "signs escalator", "lift", "\"food drinks\"", "karusellen"})
  void wordsOfAComplaintThatJoinedAreFound(String words) {
    assertEquals(1, count("q", words));
  }

  @Test
  void moreThanCanBeSoughtStillJoins() {
    assertEquals(1, count("q", "w7000"));
    assertEquals(0, count("q", "w1" + "x".repeat(12)));
  }

  @Test
  void correctedWordsOfAJoinedComplaintAreSoughtAnew() {
    postgres.inTransaction(
        () -> {
          reword(1_002, "A ladder would do");
          assertEquals(0, count("q", "escalator"));
          assertEquals(1, count("q", "signs ladder lift"));
          reword(1_002, null);
          assertEquals(0, count("q", "ladder"));
          assertEquals(1, count("q", "signs lift"));
          reword(1, null);
          assertEquals(0, count("q", "signs"));
          assertEquals(1, count("q", "lift"));
          reword(1, FIRST);
          reword(1_002, SECOND);
          return null;
        });
  }

  private static void reword(long response, @Nullable String words) {
    database.write(h -> h.execute("update responses set words = ? where id = ?", words, response));
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
