package cx.slinga.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.cases.CaseFilter;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One verb for many cases: what is done, what is refused, and what a killed server leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkTest {
  private static final Map<String, String> TO_KARIN = Map.of("owner", "karin");

  private BulkHouse house;

  @BeforeAll
  void open() {
    house = new BulkHouse();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void everySelectedCaseGetsItsNewOwnerAndItsEntryInTheRecord() {
    List<String> numbers = house.cases(1_200, "OPEN", "signs", "dag");

    BulkRow job = house.done("cecilia", "assign", TO_KARIN, numbers);

    assertEquals(BulkState.DONE, job.state());
    assertEquals(1_200, job.done());
    assertEquals(0, job.refused());
    assertEquals(100, job.percent());
    assertEquals(1_200, house.count("cases where owner_id = '" + house.id("karin") + "'"));
    assertEquals(
        1_200,
        house.count(
            "audit_entries where verb = 'case.assigned' and actor = 'cecilia' and outcome ="
                + " 'DONE'"));
    assertEquals(1, house.count("audit_entries where verb = 'bulk.requested'"));
    assertEquals(1, house.count("audit_entries where verb = 'bulk.finished'"));
  }

  @Test
  void whatIsRefusedIsNamedWithItsReasonAndTheRestIsDone() {
    List<String> numbers = new ArrayList<>(house.cases(3, "OPEN", "signs", "dag"));
    numbers.addAll(house.cases(2, "CLOSED", "signs", "dag"));
    numbers.add("SL-2026-999999");

    UUID id = house.ask("cecilia", "assign", TO_KARIN, numbers);
    house.work(id, 99);

    assertEquals(3, house.job("cecilia", id).done());
    List<BulkRefusal> refusals = house.refusals("cecilia", id);
    assertEquals(
        List.of(numbers.get(3), numbers.get(4), "SL-2026-999999"),
        refusals.stream().map(BulkRefusal::number).toList());
    assertEquals(
        List.of("case.ended", "case.ended", "not-found"),
        refusals.stream().map(BulkRefusal::reasonKey).toList());
  }

  @Test
  void aDepartmentHeadAssignsOnlyWithinTheOwnDepartmentsAndFindsNoOther() {
    List<String> own = house.cases(2, "OPEN", "signs", "karin");
    List<String> other = house.cases(2, "OPEN", "food", "kaj");
    List<String> all = new ArrayList<>(own);
    all.addAll(other);

    UUID id = house.ask("dag", "assign", TO_KARIN, all);
    house.work(id, 99);

    assertEquals(2, house.job("dag", id).done());
    assertEquals(
        List.of("not-found", "not-found"),
        house.refusals("dag", id).stream().map(BulkRefusal::reasonKey).toList());
    assertEquals(2, house.count("cases where owner_id = '" + house.id("kaj") + "'"));
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> house.ask("dag", "assign", Map.of("owner", "kaj"), own));
    assertEquals("person.not-in-department", refusal.key());
    assertEquals("owner", refusal.field());
  }

  @Test
  void theFilterNamesOnlyWhatTheRequesterSees() {
    house.cases(2, "OPEN", "signs", "karin");
    house.cases(3, "OPEN", "food", "kaj");

    UUID id = house.askAll("dag", "assign", TO_KARIN, CaseFilter.all());

    assertEquals(2, house.job("dag", id).total());
  }

  @Test
  void aCaseOwnerMayLinkOwnCasesButNotAssign() {
    List<String> own = house.cases(1, "OPEN", "signs", "karin");
    List<String> colleagues = house.cases(1, "OPEN", "signs", "dag");
    assertThrows(NotAllowedException.class, () -> house.ask("karin", "assign", TO_KARIN, own));

    List<String> both = new ArrayList<>(own);
    both.addAll(colleagues);
    UUID id =
        house.ask("karin", "link", Map.of("causeId", house.id("cause-signs").toString()), both);
    house.work(id, 99);

    assertEquals(1, house.job("karin", id).done());
    assertEquals("not-allowed", house.refusals("karin", id).get(0).reasonKey());
  }

  @Test
  void rightsAreThoseOfTheMomentNotOfTheRequest() {
    List<String> numbers = house.cases(BulkSteps.SIZE + 10, "OPEN", "signs", "karin");
    UUID id = house.ask("dag", "assign", TO_KARIN, numbers);
    house.work(id, 1);
    house.database.write(h -> h.execute("update departments set head_id = null"));
    house.killServer();
    house.work(id, 99);

    BulkRow job = house.job("dag", id);
    assertEquals(BulkSteps.SIZE, job.done());
    assertEquals(10, job.refused());
  }

  @Test
  void whoHasLeftChangesNothingMore() {
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    UUID id = house.ask("dag", "assign", TO_KARIN, numbers);
    house.database.write(h -> h.execute("update people set active = false where username = 'dag'"));
    house.work(id, 99);

    assertEquals(3, house.job("dag", id).refused());
    assertEquals(0, house.count("audit_entries where verb = 'case.assigned'"));
  }

  @Test
  void moreThanTenThousandNumbersAreRefusedAndNothingIsQueued() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i <= BulkService.MAX; i++) {
      numbers.add("SL-2026-%06d".formatted(i));
    }
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> house.ask("cecilia", "assign", TO_KARIN, numbers));
    assertEquals("bulk.too-many", refusal.key());
    assertEquals(List.of(10_001, 10_000), refusal.args());
    assertEquals(0, house.count("bulk_jobs"));
  }

  @Test
  void aFilterThatNamesMoreIsCappedAndSaysSo() {
    house.cases(BulkService.MAX + 1, "OPEN", "signs", "karin");

    UUID id = house.askAll("cecilia", "assign", TO_KARIN, CaseFilter.all());

    BulkRow job = house.job("cecilia", id);
    assertEquals(10_001, job.named());
    assertEquals(10_000, job.total());
  }

  @Test
  void aFilterTakesTheCasesOfThatMomentInTheListsOrder() {
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    house.database.write(
        h ->
            h.execute(
                "update cases set next_due_at = next_due_at - interval '1 day' where number = ?",
                numbers.get(2)));
    UUID id = house.askAll("cecilia", "assign", TO_KARIN, CaseFilter.all());
    house.cases(5, "OPEN", "signs", "karin");

    assertEquals(3, house.job("cecilia", id).total());
    assertEquals(
        1, house.count("bulk_items where position = 1 and number = '" + numbers.get(2) + "'"));
  }

  @Test
  void nothingSelectedIsRefused() {
    assertEquals(
        "bulk.nothing-selected",
        assertThrows(
                BusinessException.class,
                () -> house.ask("cecilia", "assign", TO_KARIN, List.of(" ")))
            .key());
  }

  @Test
  void wrongInputIsRefusedAtItsFieldBeforeAnythingIsQueued() {
    List<String> numbers = house.cases(1, "OPEN", "signs", "karin");
    assertField("owner", "assign", Map.of("owner", "nobody"), numbers);
    assertField("reason", "dismiss", Map.of("note", "why"), numbers);
    assertField("note", "dismiss", Map.of("reason", "test", "note", "  "), numbers);
    assertField("note", "dismiss", Map.of("reason", "test", "note", "x".repeat(100_000)), numbers);
    assertField("causeId", "link", Map.of("causeId", UUID.randomUUID().toString()), numbers);
    assertField(
        "deadline",
        "plan",
        Map.of("title", "a", "kind", "corrective", "owner", "karin", "deadline", "2020-01-01"),
        numbers);
    assertField("verb", "explode", Map.of(), numbers);
    assertEquals(0, house.count("bulk_jobs"));
  }

  @Test
  void aCancelledJobStopsAtTheNextStepAndKeepsWhatIsDone() {
    List<String> numbers = house.cases(BulkSteps.SIZE * 3, "OPEN", "signs", "dag");
    UUID id = house.ask("cecilia", "assign", TO_KARIN, numbers);
    house.work(id, 1);
    house.wired.as("cecilia").run(() -> house.wired.get(BulkService.class).cancel(id));
    house.killServer();
    house.work(id, 99);

    BulkRow job = house.job("cecilia", id);
    assertEquals(BulkState.CANCELLED, job.state());
    assertEquals(BulkSteps.SIZE, job.done());
    assertEquals(BulkSteps.SIZE, house.count("cases where owner_id = '" + house.id("karin") + "'"));
    assertEquals(
        "bulk.ended",
        assertThrows(
                BusinessException.class,
                () ->
                    house
                        .wired
                        .as("cecilia")
                        .run(() -> house.wired.get(BulkService.class).cancel(id)))
            .key());
  }

  @Test
  void aKilledServersJobGoesOnWithoutDoingAnythingTwice() {
    List<String> numbers = house.cases(BulkSteps.SIZE * 2 + 7, "OPEN", "signs", "dag");
    Map<String, String> action =
        Map.of(
            "title",
            "Put up a sign",
            "kind",
            "corrective",
            "owner",
            "karin",
            "deadline",
            "2026-12-01");
    UUID id = house.ask("cecilia", "plan", action, numbers);
    house.work(id, 1);
    assertThrows(IllegalStateException.class, () -> diesAfterItsWork(id));
    house.work(id, 99);
    assertEquals(
        BulkSteps.SIZE, house.job("cecilia", id).done(), "somebody else still works on it");
    house.killServer();
    house.work(id, 99);

    assertEquals(numbers.size(), house.job("cecilia", id).done());
    assertEquals(numbers.size(), house.count("actions"));
    assertEquals(numbers.size(), house.count("(select distinct case_id from actions) x"));
    assertEquals(numbers.size(), house.count("audit_entries where verb = 'action.added'"));
    assertEquals(numbers.size(), house.count("audit_entries where verb = 'case.plan-changed'"));
  }

  /** All of a step, but the server dies before it is committed. */
  private void diesAfterItsWork(UUID id) {
    BulkSteps steps = house.wired.get(BulkSteps.class);
    house.killServer();
    BulkJobs.Job job = house.wired.in(() -> steps.begin(id));
    house.wired.run(
        () -> {
          steps.settle(job, job.reached());
          throw new IllegalStateException("killed");
        });
  }

  @Test
  void aServerThatLostItsJobDoesNothing() {
    List<String> numbers = house.cases(BulkSteps.SIZE + 1, "OPEN", "signs", "dag");
    UUID id = house.ask("cecilia", "assign", TO_KARIN, numbers);
    BulkSteps steps = house.wired.get(BulkSteps.class);
    BulkJobs.Job stale = house.wired.in(() -> steps.begin(id));
    house.killServer();
    house.work(id, 1);

    assertEquals(-1, house.wired.in(() -> steps.settle(stale, 0)));
    assertEquals(BulkSteps.SIZE, house.job("cecilia", id).reached());
  }

  @Test
  void theNewOwnerIsToldOnceHowManyAndOnlyOfThoseThatWereSomebodyElses() {
    List<String> numbers = new ArrayList<>(house.cases(BulkSteps.SIZE + 5, "OPEN", "signs", "dag"));
    numbers.addAll(house.cases(2, "OPEN", "signs", "karin"));
    numbers.addAll(house.cases(3, "CLOSED", "signs", "dag"));

    house.done("cecilia", "assign", TO_KARIN, numbers);

    assertEquals(1, house.count("outbox"));
    assertEquals(
        1,
        house.count(
            "outbox where kind = 'mail.cases-given' and recipient = 'karin' and payload ->> 'cases'"
                + " = '"
                + (BulkSteps.SIZE + 5)
                + "' and payload ->> 'by' = 'cecilia'"));
  }

  @Test
  void whoeverTakesTheCasesOneselfIsToldNothing() {
    house.done("dag", "assign", Map.of("owner", "dag"), house.cases(3, "OPEN", "signs", "karin"));
    assertEquals(0, house.count("outbox"));
  }

  @Test
  void aCancelledJobTellsOfWhatItHadGiven() {
    UUID id =
        house.ask(
            "cecilia", "assign", TO_KARIN, house.cases(BulkSteps.SIZE * 2, "OPEN", "signs", "dag"));
    house.work(id, 1);
    assertEquals(0, house.count("outbox"), "it still runs");
    house.wired.as("cecilia").run(() -> house.wired.get(BulkService.class).cancel(id));
    house.killServer();
    house.work(id, 99);

    assertEquals(1, house.count("outbox where payload ->> 'cases' = '" + BulkSteps.SIZE + "'"));
  }

  @Test
  void linkedCasesFollowToTheDepartmentThatCausesThemInTurnAndAsTheSingleLinkRecordsIt() {
    house.person("kim", "case_owner");
    house.database.write(
        h ->
            h.execute(
                "insert into memberships (person_id, department_id) values (?, ?)",
                house.id("kim"),
                house.id("food")));
    List<String> felt = house.cases(4, "OPEN", "signs", "karin");
    List<String> numbers = new ArrayList<>(felt);
    numbers.addAll(house.cases(2, "OPEN", "food", "dorte"));
    numbers.addAll(house.cases(1, "CLOSED", "signs", "karin"));

    BulkRow job =
        house.done(
            "cecilia", "link", Map.of("causeId", house.id("cause-food").toString()), numbers);

    assertEquals(6, job.done());
    assertEquals(
        List.of("case.ended"),
        house.refusals("cecilia", job.id()).stream().map(BulkRefusal::reasonKey).toList());
    String theirs = "cases where symptom_department_id = '" + house.id("signs") + "' and owner_id";
    assertEquals(2, house.count(theirs + " = '" + house.id("kaj") + "'"));
    assertEquals(2, house.count(theirs + " = '" + house.id("kim") + "'"));
    assertEquals(2, house.count("cases where owner_id = '" + house.id("dorte") + "'"));
    assertEquals(6, house.count("audit_entries where verb = 'case.analysed'"));
    assertEquals(4, house.count("audit_entries where verb = 'case.assigned'"));
    assertEquals(2, house.count("outbox where payload ->> 'cases' = '2'"));
  }

  @Test
  void aCaseOfWhichNobodyKnowsWhereItWasFeltTakesTheCausesTouchpointAsTheSingleLinkDoes() {
    List<String> numbers = house.cases(2, "OPEN", "signs", "karin");
    house.database.write(
        h ->
            h.execute(
                "update cases set symptom_touchpoint_id = null, symptom_department_id = null"));

    BulkRow job =
        house.done(
            "cecilia",
            "link",
            Map.of("causeId", house.id("cause-food").toString()),
            numbers.subList(0, 1));
    house
        .wired
        .as("cecilia")
        .run(
            () ->
                house
                    .wired
                    .get(AnalysisService.class)
                    .link(numbers.get(1), null, house.id("cause-food"), true));

    assertEquals(1, job.done());
    assertEquals(
        2,
        house.count(
            "cases where symptom_touchpoint_id = '"
                + house.id("at-food")
                + "' and symptom_department_id = '"
                + house.id("food")
                + "' and cause_touchpoint_id = symptom_touchpoint_id and owner_id = '"
                + house.id("karin")
                + "'"));
  }

  @Test
  void aDeadlineOnAClosedDayIsRefusedAtItsFieldWhenNobodyWorksThen() {
    List<String> numbers = house.cases(2, "OPEN", "signs", "karin");
    assertEquals("action.deadline-weekend", refusedDay("2026-11-21", numbers));
    assertEquals("action.deadline-holiday.SWEDEN", refusedDay("2026-12-25", numbers));
    assertEquals(0, house.count("bulk_jobs"));
  }

  @Test
  void casesWhoseCalendarIsClosedThatDayAreNamed() {
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    house.database.write(
        h -> h.execute("update cases set calendar = 'NORWAY' where number = ?", numbers.get(1)));

    BulkRow job = house.done("cecilia", "plan", action("2027-05-17"), numbers);

    assertEquals(2, job.done());
    assertEquals(2, house.count("actions"));
    BulkRefusal refusal = house.refusals("cecilia", job.id()).get(0);
    assertEquals(numbers.get(1), refusal.number());
    assertEquals("action.deadline-holiday.NORWAY", refusal.reasonKey());
  }

  private String refusedDay(String day, List<String> numbers) {
    BusinessException refusal =
        assertThrows(
            BusinessException.class, () -> house.ask("cecilia", "plan", action(day), numbers));
    assertEquals("deadline", refusal.field());
    return refusal.key();
  }

  private static Map<String, String> action(String day) {
    return Map.of(
        "title", "Put up a sign", "kind", "corrective", "owner", "karin", "deadline", day);
  }

  @Test
  void oneSeesOnlyTheOwnJobs() {
    UUID id = house.ask("cecilia", "assign", TO_KARIN, house.cases(1, "OPEN", "signs", "dag"));
    assertThrows(NotFoundException.class, () -> house.job("dag", id));
    assertTrue(house.wired.as("dag").get(BulkQueries.class).latest(10).isEmpty());
  }

  private void assertField(
      String field, String verb, Map<String, String> input, List<String> numbers) {
    BusinessException refusal =
        assertThrows(
            BusinessException.class,
            () -> house.ask("cecilia", verb, input, numbers),
            verb + " " + input.keySet());
    assertEquals(field, refusal.field());
  }
}
