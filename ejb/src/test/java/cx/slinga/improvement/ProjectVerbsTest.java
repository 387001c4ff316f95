package cx.slinga.improvement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.organisation.HandOverQueries;
import cx.slinga.organisation.HandOverService;
import cx.slinga.organisation.HandedOver;
import cx.slinga.organisation.OpenWork;
import cx.slinga.rootcause.CauseService;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The verbs of projects with all that they do: links, limit, rights, record, history, mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectVerbsTest {
  private final ProjectHouse house = new ProjectHouse();

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void aProposalHasANumberACauseAndAHistoryAndItsOwnerIsTold() {
    String number = house.proposed("cause-signs");
    assertTrue(number.matches("PR-2026-\\d{4}"), number);
    ProjectDetails shown = house.details(number);
    assertEquals(ProjectState.PROPOSED, shown.row().state());
    assertEquals(new BigDecimal("6.00"), shown.row().priority());
    assertEquals("karin", shown.row().ownerUsername());
    assertEquals("signs", shown.causes().get(0).title());
    assertEquals(
        List.of("project.cause-linked", "project.proposed"),
        shown.history().stream().map(ProjectDetails.Happened::verb).toList());
    assertEquals("dag", shown.history().get(0).personName());
    assertEquals("signs", shown.history().get(0).cause());
    assertEquals(1, recorded("project.proposed", number));
    assertEquals(1, recorded("project.cause-linked", number));
    assertEquals(
        1,
        count(
            "outbox where kind = 'mail.project-assigned' and recipient = 'karin' and payload ->>"
                + " 'number' = '"
                + number
                + "'"));
  }

  @Test
  void whatIsWrongWithAProposalIsSaidAtItsField() {
    assertField("department", () -> house.propose("cecilia", "nowhere"));
    house.house.database.write(
        h -> h.execute("update departments set is_open = false where key = 'food'"));
    assertField("department", () -> house.propose("cecilia", "food"));
    assertField("owner", () -> ownedBy("nobody"));
    assertField("owner", () -> ownedBy("alva"));
    assertField("cause", () -> house.proposed("no-such-cause"));
    assertEquals(0, count("projects"));
    assertEquals(0, count("project_history"));
  }

  @Test
  void headsProposeForTheirOwnDepartmentOnly() {
    assertThrows(NotAllowedException.class, () -> house.propose("dorte", "signs"));
    assertThrows(NotAllowedException.class, () -> house.propose("karin", "signs"));
    String number = house.propose("cecilia", "signs");
    for (String other : List.of("dorte", "karin")) {
      assertThrows(
          NotAllowedException.class,
          () -> house.as(other, () -> house.projects().approve(number, null)));
      assertThrows(
          NotAllowedException.class,
          () -> house.as(other, () -> house.projects().stop(number, null, "No")));
      house.caller(other);
      assertFalse(house.queries().mayChange(number));
    }
    house.caller("dag");
    assertTrue(house.queries().mayChange(number));
    assertEquals(List.of("signs"), house.queries().mayProposeFor());
    assertThrows(
        NotAllowedException.class,
        () ->
            house.as(
                "dag",
                () ->
                    house
                        .projects()
                        .change(number, null, ProjectHouse.facts("Mine no more"), "food")));
    assertThrows(
        NotFoundException.class,
        () -> house.as("dag", () -> house.projects().approve("PR-2026-9999", null)));
  }

  @Test
  void whoSavesSecondIsRefused() {
    String number = house.proposed();
    long seen = house.details(number).row().version();
    house.as("dag", () -> house.projects().assign(number, seen, "kaj"));
    assertThrows(
        ChangedMeanwhileException.class,
        () -> house.as("dag", () -> house.projects().approve(number, seen)));
  }

  @Test
  void aDepartmentRunsNoMoreThanItsLimitUnlessItIsSaidWhy() {
    house.running();
    house.running();
    house.running();
    String fourth = house.proposed();
    house.as("dag", () -> house.projects().approve(fourth, null));
    assertField(
        "override", () -> house.as("dag", () -> house.projects().start(fourth, null, "  ")));
    house.as("dag", () -> house.projects().start(fourth, null, "The law says so"));
    ProjectDetails shown = house.details(fourth);
    assertEquals(4, shown.running());
    assertEquals(3, shown.limit());
    assertEquals("The law says so", shown.history().get(0).reason());
    assertEquals(
        1,
        count("audit_entries where verb = 'project.started' and jsonb_exists(changes, 'limit')"));
    String food = house.propose("dorte", "food");
    house.as("dorte", () -> house.projects().approve(food, null));
    house.as("dorte", () -> house.projects().start(food, null, null));
  }

  @Test
  void aReasonThatWasNotNeededIsNotKept() {
    String number = house.proposed();
    house.as("dag", () -> house.projects().approve(number, null));
    house.as("dag", () -> house.projects().start(number, null, "Just in case"));
    assertNull(house.details(number).history().get(0).reason());
  }

  @Test
  void aRejectedCauseIsNotLinked() {
    house.house.database.write(
        h ->
            h.execute(
                "update causes set state = 'REJECTED' where id = ?", house.house.id("cause-food")));
    String number = house.proposed();
    BusinessException refusal =
        assertThrows(
            BusinessException.class,
            () ->
                house.as(
                    "dag",
                    () -> house.projects().link(number, null, house.house.id("cause-food"))));
    assertEquals("cause.rejected", refusal.key());
  }

  @Test
  void linkingTwiceChangesNothingAndWhatIsNotLinkedIsNotUnlinked() {
    UUID cause = house.house.id("cause-signs");
    String number = house.proposed("cause-signs");
    long version = house.details(number).row().version();
    house.as("dag", () -> house.projects().link(number, version, cause));
    assertEquals(1, recorded("project.cause-linked", number));
    assertEquals(version, house.details(number).row().version());
    house.as("dag", () -> house.projects().unlink(number, null, cause));
    assertEquals(1, recorded("project.cause-unlinked", number));
    assertField("cause", () -> house.as("dag", () -> house.projects().unlink(number, null, cause)));
  }

  @Test
  void aMergedCausesProjectsRemoveTheOneThatTookItIn() {
    String both = house.running("cause-signs", "cause-food");
    String one = house.proposed("cause-food");
    house.as(
        "cecilia",
        () ->
            house
                .house
                .wired
                .get(CauseService.class)
                .merge(house.house.id("cause-signs"), null, house.house.id("cause-food")));
    assertEquals(List.of("signs"), causes(both));
    assertEquals(List.of("signs"), causes(one));
    assertEquals(
        1,
        count("causes k join projects p on p.id = k.project_id where p.number = '" + both + "'"));
  }

  @Test
  void aLeaversProjectsGoToTheHead() {
    String running = house.running();
    String stopped = house.proposed();
    house.as("dag", () -> house.projects().stop(stopped, null, "No budget"));
    OpenWork before =
        house.in("cecilia", () -> house.house.wired.get(HandOverQueries.class).open("karin"));
    assertEquals(1, before.projects());
    HandedOver moved =
        house.in(
            "cecilia", () -> house.house.wired.get(HandOverService.class).handOver("karin", null));
    assertEquals(1, moved.projects());
    assertEquals("dag", house.details(running).row().ownerUsername());
    assertEquals("karin", house.details(stopped).row().ownerUsername());
    ProjectDetails.Happened last = house.details(running).history().get(0);
    assertEquals("project.assigned", last.verb());
    assertEquals("cecilia", last.personName());
    assertEquals("dag", last.ownerName());
    assertEquals(1, recorded("project.assigned", running));
    assertEquals(1, count("outbox where kind = 'mail.hand-over' and payload ->> 'projects' = '1'"));
  }

  @Test
  void listsArePagedInTheirOrderAndFiltered() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int impact = 1 + i;
      numbers.add(
          house.in(
              "cecilia",
              () ->
                  house
                      .projects()
                      .propose(
                          new ProposeProject(
                              new ProjectFacts("P", "A", ProjectHouse.TUESDAY, impact, 1, 3),
                              impact % 2 == 0 ? "food" : "signs",
                              "karin",
                              List.of()))));
    }
    List<String> met = new ArrayList<>();
    String after = null;
    do {
      Page<ProjectRow> page =
          house.queries().list(filter("state", ""), ProjectSort.PRIORITY, after, 2);
      page.items().forEach(row -> met.add(0, row.number()));
      after = page.next();
    } while (after != null);
    assertEquals(numbers, met);
    assertEquals(2, house.queries().count(filter("department", "food")));
    assertEquals(5, house.queries().count(filter("state", "proposed,running")));
    assertEquals(0, house.queries().count(filter("state", "done")));
    assertEquals(5, house.queries().count(filter("owner", "karin")));
    assertField("state", () -> filter("state", "asleep"));
    assertField(
        "after", () -> house.queries().list(filter("state", ""), ProjectSort.DEADLINE, "x~y", 2));
  }

  private void ownedBy(String owner) {
    house.in(
        "dag",
        () ->
            house
                .projects()
                .propose(
                    new ProposeProject(ProjectHouse.facts("Signs"), "signs", owner, List.of())));
  }

  private static ProjectFilter filter(String name, String value) {
    return ProjectFilter.parse(asked -> asked.equals(name) ? value : null);
  }

  private List<String> causes(String number) {
    return house.details(number).causes().stream().map(ProjectDetails.Removed::title).toList();
  }

  private long recorded(String verb, String number) {
    return count("audit_entries where verb = '" + verb + "' and object_id = '" + number + "'");
  }

  private long count(String from) {
    return house.house.count(from);
  }

  private static void assertField(String field, Runnable verb) {
    assertEquals(field, assertThrows(BusinessException.class, verb::run).field());
  }
}
