package cx.slinga.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.feedback.ParsedResponse;
import cx.slinga.feedback.ResponseStore.Intake;
import cx.slinga.imports.ImportHouse;
import cx.slinga.organisation.CustomerFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several complaints of one customer. */
class JoiningTest {
  private static ImportHouse house;

  @BeforeAll
  static void build() {
    house = new ImportHouse();
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
  void aSecondComplaintJoinsTheOpenCaseAndMakesItOneStepMoreSevere() {
    accept(answer("1", 5, "anna"));
    accept(answer("2", 6, "anna"));
    assertEquals("1", one("select count(*)::text from cases"));
    assertEquals("HIGH", one("select severity from cases"));
    assertEquals(
        "2",
        one(
            "select r.external_id from joined_responses j join responses r on r.id ="
                + " j.response_id"));
    assertEquals(
        "[\"NORMAL\", \"HIGH\"]",
        one("select (changes->'severity')::text from audit_entries where verb = 'case.joined'"));
  }

  @Test
  void aComplaintThatIsWorseThanTheCaseMakesItAsSevere() {
    accept(answer("1", 5, "anna"));
    accept(answer("2", 0, "anna", true));
    assertEquals("CRITICAL", one("select severity from cases"));
  }

  @Test
  void twoComplaintsOfOneBatchBecomeOneCase() {
    accept(
        answer("1", 5, "anna"),
        answer("2", 5, "anna"),
        answer("3", 5, "bo"),
        answer("4", 5, (String) null));
    assertEquals("3", one("select count(*)::text from cases"));
    assertEquals(
        "HIGH NORMAL NORMAL", one("select string_agg(severity, ' ' order by severity) from cases"));
    assertEquals("1", one("select count(*)::text from audit_entries where verb = 'case.joined'"));
    assertEquals("3", one("select count(*)::text from audit_entries where verb = 'case.opened'"));
  }

  @Test
  void aJoinedComplaintMovesTheClocksThatRun() {
    accept(answer("1", 5, "anna"));
    String before = one("select contact_due_at::text from cases");
    house.clock.now = house.clock.now.plusSeconds(3600);
    accept(answer("2", 5, "anna"));
    assertEquals("6", one("select count(*)::text from clock_segments"));
    assertEquals(
        "SEVERITY_CHANGED HIGH",
        one(
            "select reason || ' ' || severity from clock_segments where clock = 'CONTACT' order by"
                + " id desc limit 1"));
    assertEquals("true", one("select (contact_due_at < '" + before + "')::text from cases"));
    assertEquals("true", one("select (next_due_at = contact_due_at)::text from cases"));
  }

  @Test
  void praiseJoinsNothing() {
    accept(answer("1", 5, "anna"));
    accept(answer("2", 10, "anna"));
    assertEquals("0", one("select count(*)::text from joined_responses"));
    assertEquals("NORMAL", one("select severity from cases"));
  }

  @Test
  void aComplaintAfterTheCaseHasEndedOpensItsRepeatOneStepMoreSevere() {
    accept(answer("1", 5, "anna"));
    house.database.write(h -> h.execute("update cases set state = 'CLOSED'"));
    accept(answer("2", 5, "anna"));
    assertEquals(
        "HIGH",
        one(
            "select c.severity from cases c join cases b on b.id = c.repeat_of where b.state ="
                + " 'CLOSED'"));
    accept(answer("3", 5, "anna"));
    assertEquals("2", one("select count(*)::text from cases"));
    assertEquals("CRITICAL", one("select severity from cases where state = 'OPEN'"));
  }

  @ParameterizedTest
  @CsvSource({"TEST,false", "DUPLICATE,false", "NOT_ABOUT_US,false", "ABUSIVE,true"})
  void onlyACaseThatWasAComplaintIsRepeated(String reason, boolean repeated) {
    accept(answer("1", 5, "anna"));
    dismiss(reason);
    accept(answer("2", 5, "anna"));
    assertEquals(
        repeated ? "HIGH true" : "NORMAL false",
        one(
            "select severity || ' ' || (repeat_of is not null)::text from cases where state ="
                + " 'OPEN'"));
  }

  @Test
  void theComplaintBeforeATestIsRepeated() {
    accept(answer("1", 5, "anna"));
    house.database.write(h -> h.execute("update cases set state = 'CLOSED'"));
    accept(answer("2", 5, "anna"));
    dismiss("TEST");
    accept(answer("3", 5, "anna"));
    assertEquals(
        "HIGH CLOSED",
        one(
            "select c.severity || ' ' || b.state from cases c join cases b on b.id = c.repeat_of"
                + " where c.state = 'OPEN'"));
  }

  private static void dismiss(String reason) {
    house.database.write(
        h ->
            h.execute(
                "update cases set state = 'DISMISSED', dismissal_reason = ? where state = 'OPEN'",
                reason));
  }

  @Test
  void twoImportsAtTheSameTimeOpenOneCase() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String customer = "customer " + round;
        String id = "answer " + round + " ";
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          ParsedResponse answer = answer(id + i, 5, customer);
          running.add(CompletableFuture.runAsync(() -> accept(answer), two));
        }
        for (CompletableFuture<Void> one : running) {
          one.get();
        }
      }
    } finally {
      two.shutdown();
    }
    assertEquals("10", one("select count(*)::text from cases"));
    assertEquals("10", one("select count(*)::text from joined_responses"));
  }

  @Test
  void whatIsKnownOfACustomerStaysUntilItIsSaidAnew() {
    accept(answer("1", 9, facts("anna", "anna@example.com", "+46 1")));
    accept(answer("2", 9, facts("anna", null, "+46 2")));
    assertEquals("anna@example.com +46 2", one("select email || ' ' || phone from customers"));
  }

  @Test
  void theLanguageOfAnAnswerIsOnlyTakenWhereTheCustomersIsNotKnown() {
    accept(answerIn("sv", "1", facts("anna", null, null)));
    assertEquals("sv", one("select language from customers"));
    accept(answerIn("en", "2", facts("anna", null, null)));
    assertEquals("sv", one("select language from customers"));
    accept(
        answerIn(
            "en", "3", new CustomerFacts("anna", null, null, null, null, "da", null, null, null)));
    assertEquals("da", one("select language from customers"));
  }

  @Test
  void theRecordHoldsNoContactData() {
    accept(answer("1", 5, facts("anna-key", "anna@example.com", "+46 1")));
    accept(answer("2", 5, facts("anna-key", "anna@example.com", "+46 1")));
    String record = one("select string_agg(e::text, ' ') from audit_entries e");
    assertTrue(record.contains("case.joined"));
    for (String data : new String[] {"anna", "example.com", "+46"}) {
      assertTrue(!record.contains(data), data);
    }
  }

  private static CustomerFacts facts(String key, @Nullable String email, @Nullable String phone) {
    return new CustomerFacts(key, null, email, phone, null, null, null, null, null);
  }

  private void accept(ParsedResponse... answers) {
    house.postgres.inTransaction(
        () ->
            house.store.store(
                house.survey(),
                List.of(answers),
                new Intake(house.clock.instant(), 0, true, "admin", "import", null)));
  }

  private static ParsedResponse answer(String id, int score, @Nullable String customer) {
    return answer(id, score, customer, false);
  }

  private static ParsedResponse answer(
      String id, int score, @Nullable String customer, boolean problem) {
    return answer(id, score, customer == null ? null : facts(customer, null, null), problem);
  }

  private static ParsedResponse answer(String id, int score, @Nullable CustomerFacts customer) {
    return answer(id, score, customer, false);
  }

  private static ParsedResponse answer(
      String id, int score, @Nullable CustomerFacts customer, boolean problem) {
    return new ParsedResponse(
        1,
        1,
        id,
        LocalDate.of(2026, 11, 15),
        score,
        null,
        Map.of(),
        List.of(),
        null,
        problem,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        null,
        customer);
  }

  private static ParsedResponse answerIn(String language, String id, CustomerFacts customer) {
    ParsedResponse one = answer(id, 9, customer);
    return new ParsedResponse(
        1,
        1,
        id,
        one.answeredOn(),
        one.score(),
        null,
        Map.of(),
        List.of(),
        null,
        false,
        language,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        null,
        customer);
  }

  private String one(String question) {
    return house.database.read(h -> h.createQuery(question).mapTo(String.class).one());
  }
}
