package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.security.Caller;
import cx.slinga.security.Caller.PersonId;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.Page;
import cx.slinga.shared.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list with words shows what the plain question names, in its order, whether few or many used
 * them and wherever along the order they stand.
 */
class CaseWordsTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:00:00Z");
  private static final UUID PERSON = Ids.next();
  private static final UUID SIGNS = Ids.next();
  private static final UUID FOOD = Ids.next();
  private static final Visibility EVERYTHING =
      new Caller(new PersonId(Ids.next()), "alva", "Alva", Set.of(Roles.AUDITOR), Set.of()).cases();
  private static final Visibility OF_FOOD =
      new Caller(
              new PersonId(Ids.next()), "dorte", "D", Set.of(Roles.DEPARTMENT_HEAD), Set.of(FOOD))
          .cases();

  private static TestPostgres postgres;
  private static Database database;
  private static CaseQueries queries;

  /**
   * 26,000 cases due one after the other: every third says "gate", one in 500 "lost", "snow" stands
   * only in the last 6,000, one in 1,000 has its say in other signs.
   */
  @BeforeAll
  static void manyCases() {
    postgres = new TestPostgres();
    database = new Database(postgres);
    queries = new CaseQueries(database, Clock.fixed(NOW, ZoneOffset.UTC));
    UUID survey = Ids.next();
    UUID journey = Ids.next();
    database.write(
        h -> {
          h.execute("insert into people (id, username, name) values (?, 'karin', 'Karin')", PERSON);
          h.execute(
              "insert into departments (id, key, name, calendar) values (?, 'signs', 'S',"
                  + " 'SWEDEN'), (?, 'food', 'F', 'SWEDEN')",
              SIGNS,
              FOOD);
          h.execute("insert into journeys (id, key, name) values (?, 'j', 'J')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 'sfo',"
                  + " 'Airport', ?, '{}')",
              survey,
              journey);
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at, score,"
                  + " words) select n, ?, n, '2018-05-15', now(), n % 7, case when n % 4 = 3 then"
                  + " null else 'We' || case when n % 3 = 0 then ' found no gate' else '' end ||"
                  + " case when n % 500 = 0 then ' and lost our bags' else '' end || case when n >"
                  + " 20000 then ' in the snow' else '' end || case when n % 1000 = 1 then '"
                  + " <b>O''Hare</b> food/drinks – blåbær 100% ☕ a&b' else '' end end from"
                  + " generate_series(1, 26000) n",
              survey);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                  + " owner_id, opened_at, symptom_department_id, calendar, contact_due_at,"
                  + " analysis_due_at, resolution_due_at, next_clock, next_due_at, version) select"
                  + " gen_random_uuid(), 'SL-2018-' || lpad(id::text, 6, '0'), id, survey_id, case"
                  + " when id % 5 = 0 then 'CLOSED' else 'OPEN' end, 'NORMAL', score, ?,"
                  + " timestamptz '2018-05-01Z' + id / 10 * interval '1 minute', case when id % 2 ="
                  + " 0 then cast(? as uuid) else cast(? as uuid) end, 'SWEDEN', now(), now(),"
                  + " now(), case when id % 5 = 0 then null else 'CONTACT' end, case when id % 5 ="
                  + " 0 then null else timestamptz '2018-06-01Z' + id / 3 * interval '1 minute'"
                  + " end, 0 from responses",
              PERSON, SIGNS, FOOD);
          h.execute("analyze cases");
        });
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "gate", // what every third said
        "we",
        "lost",
        "gate lost",
        "\"no gate\"",
        "\"gate no\"",
        "-gate",
        "we -gate",
        "lost or blåbær",
        "snow",
        "snow lost",
        "O'Hare",
        "<b>O'Hare",
        "food/drinks",
        "blåbær",
        "100%",
        "☕",
        "a&b",
        "gate:*",
        "'; drop table cases; --",
        "\\",
        "!",
        "nobody said this"
      })
  void wordsNameTheSameCasesInTheSameOrder(String words) {
    for (CaseSort sort : CaseSort.values()) {
      assertEquals(plain(words, sort, EVERYTHING, ""), listed(words, sort, EVERYTHING, Map.of()));
    }
    assertEquals(
        plain(words, CaseSort.DUE, OF_FOOD, ""), listed(words, CaseSort.DUE, OF_FOOD, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate", "lost", "snow", "we -gate"})
  void wordsAndOtherFiltersNameTheSameCasesInTheSameOrder(String words) {
    for (CaseSort sort : CaseSort.values()) {
      assertEquals(
          plain(words, sort, EVERYTHING, " and c.state = 'CLOSED'"),
          listed(words, sort, EVERYTHING, Map.of("state", "closed")));
      assertEquals(
          plain(words, sort, EVERYTHING, " and c.symptom_department_id = '" + SIGNS + "'"),
          listed(words, sort, EVERYTHING, Map.of("department", "signs", "owner", "karin")));
      assertEquals(
          plain(words, sort, EVERYTHING, " and c.score = 4 and c.state = 'OPEN'"),
          listed(
              words, sort, EVERYTHING, Map.of("scoreFrom", "4", "scoreTo", "4", "state", "open")));
    }
  }

  @Test
  void whatTheCustomerTookBackIsNotFound() {
    database.write(
        h -> {
          h.execute("update responses set words = 'Unsayable' where id = 2");
          h.execute("update responses set words = null where id = 4");
        });
    assertEquals(1, queries.count(EVERYTHING, words("unsayable")));
    database.write(h -> h.execute("update responses set words = null where id = 2"));
    assertEquals(0, queries.count(EVERYTHING, words("unsayable")));
    database.write(h -> h.execute("update responses set words = 'We' where id in (2, 4)"));
  }

  @Test
  void whatIsCountedIsExactUpToALimitAndThenSaysThatThereAreMore() {
    assertEquals(new CaseTotal(52, CaseTotal.Kind.EXACT), queries.total(EVERYTHING, words("lost")));
    assertEquals(
        new CaseTotal(CaseTotal.COUNTED + 1, CaseTotal.Kind.MORE),
        queries.total(EVERYTHING, CaseFilter.all()));
    assertEquals(
        new CaseTotal(5_200, CaseTotal.Kind.EXACT),
        queries.total(EVERYTHING, CaseFilter.parse(Map.of("state", "closed")::get)));
    assertEquals(CaseTotal.COUNTED, queries.total(EVERYTHING, CaseFilter.all()).said());
  }

  @Test
  void aGuessIsRoundedAndDoesNotContradictWhatIsSeen() {
    assertEquals(41_000, CaseTotal.about(41_499).cases());
    assertEquals(7, CaseTotal.about(7).cases());
    assertEquals(26, CaseTotal.about(7).seeing(26).cases());
    assertEquals(5, CaseTotal.counted(5).seeing(26).cases());
  }

  private static CaseFilter words(String words) {
    return CaseFilter.parse(Map.of("q", words)::get);
  }

  /** The first two pages of the list, and what follows far behind. */
  private static List<String> listed(
      String words, CaseSort sort, Visibility sight, Map<String, String> beside) {
    Map<String, String> parameters = new HashMap<>(beside);
    parameters.put("q", words);
    CaseFilter filter = CaseFilter.parse(parameters::get);
    List<String> numbers = new ArrayList<>();
    Page<CaseRow> page = queries.list(sight, filter, sort, null, 25);
    numbers.addAll(page.items().stream().map(CaseRow::number).toList());
    for (int size : new int[] {25, 3_000, 25}) {
      if (page.next() == null) {
        break;
      }
      page = queries.list(sight, filter, sort, page.next(), size);
      numbers.addAll(page.items().stream().map(CaseRow::number).toList());
    }
    return numbers;
  }

  private static List<String> plain(String words, CaseSort sort, Visibility sight, String beside) {
    String direction = sort.ascending() ? "" : " desc";
    String seen = sight == OF_FOOD ? " and c.symptom_department_id = '" + FOOD + "'" : "";
    return database.read(
        h ->
            h.createQuery(
                    "select c.number from cases c join responses r on r.id = c.response_id where"
                        + " to_tsvector('simple', translate(r.words, '<>/', '   ')) @@"
                        + " websearch_to_tsquery('simple', translate(:words, '<>/', '   '))"
                        + seen
                        + beside
                        + " order by "
                        + sort.column()
                        + direction
                        + ", c.id"
                        + direction
                        + " limit 3075")
                .bind("words", words)
                .mapTo(String.class)
                .list());
  }
}
