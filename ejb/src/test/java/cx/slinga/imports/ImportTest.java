package cx.slinga.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.feedback.AirportFiles;
import cx.slinga.imports.Imports.Job;
import cx.slinga.shared.BusinessException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
  private static final byte[] ANSWERS_OF_2018 =
      AirportFiles.text("sfo-2018.csv").getBytes(StandardCharsets.UTF_8);

  private ImportHouse house;
  private UUID cecilia;
  private UUID karin;
  private UUID kjell;
  private UUID dorte;

  @BeforeAll
  void open() {
    house = new ImportHouse();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
    cecilia = house.person("cecilia", "cx_owner");
    karin = house.person("karin", "case_owner");
    kjell = house.person("kjell", "case_owner");
    dorte = house.person("dorte", "department_head");
    house.touchpoints(
        house.department("wayfinding", dorte, karin, kjell),
        house.department("food", dorte),
        house.department("cleaning", null));
  }

  @Test
  void theAirportsAnswersBecomeResponsesAndCases() {
    ImportRow row = house.take(ANSWERS_OF_2018, true);

    assertEquals(ImportState.DONE, row.state());
    assertEquals(2_809, row.recordsRead());
    assertEquals(2_809, row.accepted());
    assertEquals(2_650, row.scored());
    assertEquals(0, row.known());
    assertEquals(0, row.rejected());
    assertEquals(447, row.casesOpened());
    assertEquals(ANSWERS_OF_2018.length, row.bytesRead());
    assertEquals(100, row.percent());
    assertEquals(2_809, house.count("responses"));
    assertEquals(2_650, house.count("responses where score is not null"));
    assertEquals(0, house.count("import_chunks"));
  }

  @Test
  void everyCaseHasOneOwnerThreeDeadlinesAndAnEntryInTheRecord() {
    house.take(ANSWERS_OF_2018, true);

    assertEquals(447, house.count("cases"));
    assertEquals(
        447,
        house.count(
            "cases c join people p on p.id = c.owner_id where c.state = 'OPEN' and"
                + " c.contact_due_at > c.opened_at and c.analysis_due_at > c.contact_due_at and"
                + " c.resolution_due_at > c.analysis_due_at and c.next_clock = 'CONTACT' and"
                + " c.next_due_at = c.contact_due_at and c.version = 0"));
    assertEquals(
        447,
        house.count(
            "cases c join audit_entries a on a.object_id = c.number where a.verb = 'case.opened'"
                + " and a.origin = 'import' and a.actor = 'cecilia' and a.changes -> 'owner' ->> 1"
                + " = c.owner_id::text"));
    assertEquals(1, house.count("cases where number = 'SL-2026-000001'"));
    assertEquals(1, house.count("cases where number = 'SL-2026-000447'"));
    assertEquals(
        1, house.count("audit_entries where verb = 'import.finished' and actor = 'cecilia'"));
  }

  @Test
  void casesGoToTheDepartmentsPeopleEvenlyToItsHeadOrToTheCxOwner() {
    house.take(ANSWERS_OF_2018, true);

    long karins = house.count("cases where owner_id = '" + karin + "'");
    long kjells = house.count("cases where owner_id = '" + kjell + "'");
    long dortes = house.count("cases where owner_id = '" + dorte + "'");
    long cecilias = house.count("cases where owner_id = '" + cecilia + "'");
    assertTrue(Math.abs(karins - kjells) <= 1, karins + " and " + kjells);
    assertEquals(
        karins + kjells,
        house.count(
            "cases c join departments d on d.id = c.symptom_department_id where d.key ="
                + " 'wayfinding'"));
    assertEquals(
        dortes,
        house.count(
            "cases c join departments d on d.id = c.symptom_department_id where d.key = 'food'"));
    assertEquals(447, karins + kjells + dortes + cecilias);
    assertTrue(dortes > 0 && cecilias > 0);
  }

  @Test
  void importingAgainChangesNothing() {
    house.take(ANSWERS_OF_2018, true);
    long entries = house.count("audit_entries where verb = 'case.opened'");

    ImportRow again = house.take(ANSWERS_OF_2018, true);

    assertEquals(ImportState.DONE, again.state());
    assertEquals(2_809, again.known());
    assertEquals(0, again.accepted());
    assertEquals(0, again.casesOpened());
    assertEquals(2_809, house.count("responses"));
    assertEquals(447, house.count("cases"));
    assertEquals(entries, house.count("audit_entries where verb = 'case.opened'"));
  }

  @Test
  void historyIsKeptWithoutCases() {
    ImportRow row = house.take(ANSWERS_OF_2018, false);

    assertEquals(2_809, row.accepted());
    assertEquals(0, row.casesOpened());
    assertEquals(0, house.count("cases"));
  }

  @Test
  void whatMustNotBeStoredIsNot() {
    house.take(ANSWERS_OF_2018, false);

    assertEquals(
        0,
        house.count(
            "responses r join imports i on i.id = r.import_id where array_length(r.raw, 1) <>"
                + " array_length(i.header, 1)"));
  }

  @Test
  void badRowsAreKeptWithLineAndReasonAndGoodRowsGoIn() {
    String[] lines = new String(ANSWERS_OF_2018, StandardCharsets.UTF_8).split("\n", -1);
    int score = Stream.of(lines[0].split(",")).map(String::strip).toList().indexOf("NETPRO");
    String[] bad = lines[2].split(",", -1);
    bad[score] = "-1";
    String file =
        String.join("\n", lines[0], lines[1], String.join(",", bad), "nonsense", lines[3], "");

    ImportRow row = house.take(file.getBytes(StandardCharsets.UTF_8), true);

    assertEquals(4, row.recordsRead());
    assertEquals(2, row.accepted());
    assertEquals(2, row.rejected());
    List<RejectionRow> rejections = house.queries.rejections(row.id(), null, 10).items();
    assertEquals(List.of(3L, 4L), rejections.stream().map(RejectionRow::line).toList());
    assertEquals("import.rejected.out-of-scale", rejections.get(0).reason());
    assertEquals("import.rejected.field-count", rejections.get(1).reason());
    assertEquals(rejections.subList(1, 2), house.queries.rejections(row.id(), "3", 10).items());
  }

  @Test
  void theSameIdTwiceInAFileIsOneResponse() {
    List<String> lines = AirportFiles.text("sfo-2018.csv").lines().limit(3).toList();
    String file = String.join("\n", lines.get(0), lines.get(1), lines.get(2), lines.get(1));

    ImportRow row = house.take(file.getBytes(StandardCharsets.UTF_8), true);

    assertEquals(2, row.accepted());
    assertEquals(1, row.known());
  }

  @Test
  void aBatchThatDiesInTheMiddleLeavesNothing() {
    house.meanwhile =
        accepted -> {
          throw new IllegalStateException("the lights went out");
        };

    ImportRow row = house.take(ANSWERS_OF_2018, true);

    assertEquals(ImportState.FAILED, row.state());
    assertEquals("import.failed", row.failureKey());
    assertEquals(1, row.failureArgs().size());
    assertEquals(0, row.recordsRead());
    assertEquals(0, house.count("responses"));
    assertEquals(0, house.count("cases"));
    assertEquals(0, house.count("audit_entries where verb = 'case.opened'"));
    assertEquals(1, house.count("audit_entries where verb = 'import.failed'"));
    assertEquals(0, house.count("import_chunks"));
  }

  @Test
  void aFaultThatPassesIsRidOut() {
    int[] faults = {2};
    house.meanwhile =
        accepted -> {
          if (faults[0]-- > 0) {
            throw new IllegalStateException("the lights flickered");
          }
        };

    ImportRow row = house.take(ANSWERS_OF_2018, true);

    assertEquals(ImportState.DONE, row.state());
    assertEquals(2_809, house.count("responses"));
    assertEquals(447, row.casesOpened());
  }

  @Test
  void aKilledImportGoesOnFromItsCheckpoint() {
    byte[] file = ImportHouse.answers(4);
    UUID id = house.upload(file, true, 0);
    int[] batches = {0};
    house.meanwhile =
        accepted -> {
          if (++batches[0] == 2) {
            // as when the server goes down: the batch is lost, and nobody lets the job try again
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops");
          }
        };
    house.job.run(id);
    assertTrue(Thread.interrupted());
    assertEquals(5_000, house.queries.get(id).recordsRead());
    assertEquals(5_000, house.count("responses"));
    assertEquals(ImportState.RUNNING, house.queries.get(id).state());

    house.meanwhile = accepted -> {};
    assertTrue(house.imports.waiting(house.clock.instant()).isEmpty());
    house.clock.now = house.clock.now.plus(Imports.LEASE).plusMillis(1);
    assertEquals(List.of(id), house.imports.waiting(house.clock.instant()));
    house.job.run(id);

    ImportRow row = house.queries.get(id);
    assertEquals(ImportState.DONE, row.state());
    assertEquals(4 * 2_809, row.recordsRead());
    assertEquals(4 * 2_809, row.accepted());
    assertEquals(4 * 2_650, row.scored());
    assertEquals(4 * 447, row.casesOpened());
    assertEquals(4 * 2_809, house.count("responses"));
    assertEquals(4 * 447, house.count("cases"));
  }

  @Test
  void whoWasTakenOverStopsWithoutATrace() {
    UUID id = house.upload(ANSWERS_OF_2018, true, 0);
    Job slow = house.batches.begin(id);
    house.clock.now = house.clock.now.plusSeconds(60);
    house.job.run(id);
    long responses = house.count("responses");

    assertFalse(house.batches.store(slow, house.survey(), 0, List.of(), 10));
    assertFalse(house.batches.finish(slow, 0));
    house.batches.fail(slow, 0, "import.failed", List.of());

    assertEquals(ImportState.DONE, house.queries.get(id).state());
    assertEquals(responses, house.count("responses"));
  }

  @Test
  void nobodyTakesWhatSomebodyWorksOn() {
    UUID id = house.upload(ANSWERS_OF_2018, true, 0);
    assertEquals(id, house.batches.begin(id).id());
    assertNull(house.batches.begin(id));
  }

  @Test
  void withoutACxOwnerTheImportSaysSoAndOpensNothing() {
    house.database.write(
        h -> h.execute("update people set active = false where username = 'cecilia'"));

    ImportRow row = house.take(ANSWERS_OF_2018, true);

    assertEquals(ImportState.FAILED, row.state());
    assertEquals("import.no-owner", row.failureKey());
    assertEquals(0, house.count("responses"));
    assertEquals(0, house.count("cases"));
  }

  @Test
  void theDemoSpreadsOpeningsOverTheDaysBefore() {
    UUID id = house.upload(ANSWERS_OF_2018, true, 20);
    house.job.run(id);

    assertEquals(447, house.count("cases"));
    assertEquals(
        0, house.count("cases where opened_at > '2026-11-16 07:30Z' or opened_at < '2026-10-26Z'"));
    assertTrue(house.count("cases where contact_due_at < '2026-11-16 07:30Z'") > 50);
    assertTrue(house.count("cases where resolution_due_at > '2026-11-16 07:30Z'") > 50);
    assertEquals(
        0,
        house.count("cases a join cases b on b.number > a.number where b.opened_at < a.opened_at"));
  }

  @Test
  void aFileThatIsNoneOfTheSurveyIsRefusedAtOnce() {
    assertEquals("import.file-empty", refusal(""));
    assertEquals(
        "import.no-rows", refusal(AirportFiles.text("sfo-2018.csv").lines().findFirst().get()));
    assertEquals("import.columns-missing", refusal("a,b,c\n1,2,3\n"));
    assertEquals("import.not-a-csv.workbook", refusal("PK\003\004\0\0\0\0"));
  }

  private String refusal(String file) {
    BusinessException refused =
        assertThrows(
            BusinessException.class,
            () -> house.upload(file.getBytes(StandardCharsets.UTF_8), true, 0));
    assertEquals("file", refused.field());
    return refused.key();
  }
}
