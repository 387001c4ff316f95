package cx.slinga.actionplan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plans of cases and of causes, with the real services on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedPlanTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);

  private BulkHouse house;
  private ActionService actions;
  private ActionQueries queries;

  @BeforeAll
  void open() {
    house = new BulkHouse();
    actions = house.wired.get(ActionService.class);
    queries = house.wired.get(ActionQueries.class);
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
  void anActionOfACauseIsInThePlanOfEachOfItsCases() {
    String number = caseOfSigns();
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    assertEquals(List.of(id), ids(queries.sharedPlan(caller("karin").cases(), number)));
    assertTrue(queries.plan(caller("karin").cases(), number).isEmpty());
    CaseRow row = row(number);
    assertEquals(1, row.actionsTotal());
    assertFalse(row.missingForClosing().contains(ClosingPoint.PLAN));
    assertTrue(row.missingForClosing().contains(ClosingPoint.ACTIONS_DONE));
    run(() -> actions.complete(id, null, "The sign hangs", "https://signs.example/1"));
    assertFalse(row(number).missingForClosing().contains(ClosingPoint.ACTIONS_DONE));
    assertEquals(1, queries.get(caller("karin").cases(), id).evidence());
    ActionEvidenceRow shown = evidence().of(caller("karin").cases(), id).get(0);
    assertEquals("The sign hangs", shown.note());
    assertEquals("https://signs.example/1", shown.link());
  }

  @Test
  void aPlanOfWhichEverythingWasCancelledIsNone() {
    String number = caseOfSigns();
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    assertRefused("reason", () -> actions.cancel(id, null, " "));
    run(() -> actions.cancel(id, null, "The lamps come first"));
    assertTrue(row(number).missingForClosing().contains(ClosingPoint.PLAN));
    assertEquals(
        "The lamps come first", queries.history(caller("dag").cases(), id).get(0).reason());
    run(() -> actions.reopen(id, null, "The lamps did not help"));
    assertFalse(row(number).missingForClosing().contains(ClosingPoint.PLAN));
    assertTrue(row(number).missingForClosing().contains(ClosingPoint.ACTIONS_DONE));
  }

  @Test
  void whoReadsThePlanOfACauseFindsItInTheListOfActionsToo() {
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    String cause = house.id("cause-signs").toString();
    ActionFilter filter = ActionFilter.parse(name -> name.equals("cause") ? cause : null);
    assertEquals(0, queries.count(caller("dorte").cases(), filter));
    String felt = house.cases(1, "OPEN", "food", "kaj").get(0);
    house.database.write(
        h ->
            h.execute(
                "update cases set cause_id = ? where number = ?", house.id("cause-signs"), felt));
    assertEquals(1, queries.count(caller("dorte").cases(), filter));
    assertEquals(
        List.of(id),
        ids(queries.list(caller("dorte").cases(), filter, ActionSort.DEADLINE, null, 50).items()));
  }

  @Test
  void whoHasToDoAnActionShowsThatItWasDone() {
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    house.wired.as("karin");
    prove(id, "It hangs 🪧", null, null);
    EvidenceFile photo =
        EvidenceFile.of("sign.txt", new ByteArrayInputStream("It hangs".getBytes(UTF_8)));
    UUID file = prove(id, null, null, photo);
    assertEquals(2, queries.get(caller("dag").cases(), id).evidence());
    assertEquals("sign.txt", evidence().file(caller("dag").cases(), id, file).name());
    assertThrows(NotFoundException.class, () -> evidence().file(caller("kaj").cases(), id, file));
    assertThrows(NotFoundException.class, () -> evidence().of(caller("kaj").cases(), id));
    run(() -> house.wired.get(ActionEvidenceService.class).remove(id, file));
    assertEquals(1, evidence().of(caller("dag").cases(), id).size());
    assertEquals(0, house.count("action_files"));
    assertEquals(2, house.count("audit_entries where verb = 'action.evidence-added'"));
    assertEquals(1, house.count("audit_entries where verb = 'action.evidence-removed'"));
  }

  @Test
  void evidenceThatIsNoneIsRefusedAtItsField() {
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    assertRefused("note", () -> prove(id, " ", null, null));
    assertRefused("note", () -> prove(id, "x".repeat(100_000), null, null));
    assertRefused("link", () -> prove(id, null, "javascript:alert(1)", null));
    assertEquals(0, house.count("action_evidence"));
    house.wired.as("kaj");
    assertThrows(NotAllowedException.class, () -> prove(id, "I did", null, null));
  }

  @Test
  void aCaseOwnerPlansForTheCauseThatTheyOwn() {
    house.wired.as("karin");
    assertThrows(NotAllowedException.class, () -> share("Put up a sign", TUESDAY));
    house.database.write(
        h ->
            h.execute(
                "update causes set owner_id = ? where id = ?",
                house.id("karin"),
                house.id("cause-signs")));
    UUID id = share("Put up a sign", TUESDAY);
    run(() -> actions.assign(id, null, "kaj"));
    assertEquals(Set.of(id), queries.lying(caller("karin").workable(), List.of(id)));
    assertEquals(Set.of(), queries.lying(caller("kaj").workable(), List.of(id)));
    assertEquals(List.of(id), ids(queries.causePlan(caller("karin").cases(), causeOfSigns())));
    house.wired.as("karin");
    run(() -> actions.moveDeadline(id, null, WEDNESDAY, "The lamps come first"));
    run(() -> actions.complete(id, null, null, null));
    run(() -> actions.reopen(id, null, "It fell down"));
    run(() -> actions.cancel(id, null, "Not needed"));
    house.wired.as("kaj");
    assertThrows(
        NotAllowedException.class,
        () -> run(() -> actions.reopen(id, null, "It was not mine to cancel")));
  }

  private UUID causeOfSigns() {
    return house.id("cause-signs");
  }

  @Test
  void aRejectedCauseGetsNoAction() {
    house.database.write(
        h ->
            h.execute(
                "update causes set state = 'REJECTED', rejection_reason = 'It was the lamps' where"
                    + " id = ?",
                house.id("cause-signs")));
    house.wired.as("dag");
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> share("Put up a sign", TUESDAY));
    assertEquals("cause.rejected", refusal.key());
    assertEquals("causeId", refusal.field());
  }

  @Test
  void onlyItsOwnerTheCauseDepartmentsHeadAndTheCxOwnerPlanForACause() {
    for (String name : List.of("dorte", "karin")) {
      house.wired.as(name);
      assertThrows(NotAllowedException.class, () -> share("Put up a sign", TUESDAY));
    }
    house.wired.as("cecilia");
    share("Put up a sign", TUESDAY);
  }

  @Test
  void whoHasToDoItSeesItAndEndsIt() {
    house.wired.as("cecilia");
    UUID id =
        house.wired.in(
            () ->
                actions.addShared(
                    new AddSharedAction(
                        house.id("cause-signs"),
                        "Order it",
                        ActionKind.CORRECTIVE,
                        "kaj",
                        TUESDAY,
                        null)));
    assertEquals(List.of(id), ids(queries.mine(caller("kaj").cases())));
    assertThrows(NotFoundException.class, () -> queries.get(caller("dorte").cases(), id));
    house.wired.as("kaj");
    assertThrows(
        NotAllowedException.class,
        () -> run(() -> actions.moveDeadline(id, null, WEDNESDAY, "Later")));
    run(() -> actions.complete(id, null, null, null));
    assertEquals(ActionState.DONE, queries.get(caller("kaj").cases(), id).state());
  }

  @Test
  void aMovedDeadlineKeepsTheFirstAndTheReason() {
    house.wired.as("dag");
    UUID id = share("Put up a sign", TUESDAY);
    assertRefused("reason", () -> actions.moveDeadline(id, null, WEDNESDAY, " "));
    assertRefused(
        "deadline", () -> actions.moveDeadline(id, null, LocalDate.of(2026, 11, 13), "Late"));
    run(() -> actions.moveDeadline(id, null, WEDNESDAY, "The printer is ill"));
    ActionRow row = queries.get(caller("dag").cases(), id);
    assertEquals(WEDNESDAY, row.deadline());
    assertEquals(TUESDAY, row.firstDeadline());
    assertEquals(1, row.deadlineMoves());
    ActionHistoryRow step = queries.history(caller("dag").cases(), id).get(0);
    assertEquals("The printer is ill", step.reason());
    assertEquals(TUESDAY, step.fromDay());
  }

  @Test
  void nothingIsDueOnAHolidayAndTheNextWorkingDayIsNamed() {
    house.wired.as("dag");
    BusinessException weekend =
        assertThrows(BusinessException.class, () -> share("It", LocalDate.of(2026, 12, 5)));
    assertEquals("action.deadline-weekend", weekend.key());
    BusinessException holiday =
        assertThrows(BusinessException.class, () -> share("It", LocalDate.of(2026, 12, 25)));
    assertEquals("action.deadline-holiday.SWEDEN", holiday.key());
    assertEquals(
        "A holiday in Sweden. Nearest working day: Mon 28 December",
        cx.slinga.shared.Messages.text(java.util.Locale.ENGLISH, holiday));
  }

  @Test
  void theHoursAsTheyAreSetDecideOnWhichDaysSomethingCanBeDue() {
    LocalDate saturday = LocalDate.of(2026, 12, 5);
    house.wired.as("dag");
    assertRefused("deadline", () -> share("Put up a sign", saturday));
    house.database.write(
        h -> {
          h.execute(
              "insert into service_level_policies (version, changed_at, changed_by) values (2,"
                  + " now(), 'cecilia')");
          h.execute(
              "insert into service_levels (policy_version, severity, clock, amount, unit) select 2,"
                  + " severity, clock, amount, unit from service_levels where policy_version = 1");
          h.execute(
              "insert into working_hours select 2, calendar, weekday, from_minute, to_minute from"
                  + " working_hours where policy_version = 1");
          h.execute("insert into working_hours values (2, 'SWEDEN', 6, 540, 720)");
        });
    try {
      UUID id = share("Put up a sign", saturday);
      assertEquals(saturday, queries.get(caller("dag").cases(), id).deadline());
    } finally {
      house.database.write(
          h -> {
            for (String table : List.of("working_hours", "service_levels")) {
              h.execute("delete from " + table + " where policy_version = 2");
            }
            h.execute("delete from service_level_policies where version = 2");
          });
    }
  }

  @Test
  void anActionWaitsForAnotherButNotForItselfNorInACircle() {
    house.wired.as("dag");
    UUID first = share("Design it", TUESDAY);
    UUID second = share("Hang it", WEDNESDAY);
    run(() -> actions.dependOn(second, null, first));
    assertRefused("dependsOn", () -> actions.dependOn(first, null, first));
    assertRefused("dependsOn", () -> actions.dependOn(first, null, second));
    assertEquals(
        "action.waits",
        assertThrows(
                BusinessException.class,
                () -> run(() -> actions.complete(second, null, null, null)))
            .key());
    run(() -> actions.complete(first, null, null, null));
    run(() -> actions.complete(second, null, null, null));
    assertEquals(
        "action.was-waited-for",
        assertThrows(BusinessException.class, () -> run(() -> actions.reopen(first, null, "Bad")))
            .key());
  }

  @Test
  void anActionDoesNotWaitForOneOfAnotherPlan() {
    house.wired.as("cecilia");
    UUID signs = share("Design it", TUESDAY);
    UUID food =
        house.wired.in(
            () ->
                actions.addShared(
                    new AddSharedAction(
                        house.id("cause-food"),
                        "Cook it",
                        ActionKind.CORRECTIVE,
                        "kaj",
                        TUESDAY,
                        null)));
    assertRefused("dependsOn", () -> actions.dependOn(food, null, signs));
  }

  @Test
  void badInputIsRefusedAtItsField() {
    house.wired.as("dag");
    assertRefused("title", () -> share("x".repeat(100_000), TUESDAY));
    assertRefused("deadline", () -> share("It", LocalDate.of(2026, 11, 13)));
    assertRefused(
        "owner",
        () ->
            actions.addShared(
                new AddSharedAction(
                    house.id("cause-signs"),
                    "It",
                    ActionKind.CORRECTIVE,
                    "nobody",
                    TUESDAY,
                    null)));
    UUID id = share("A \u202etitle <script>\u202c 🪧", TUESDAY);
    assertRefused("evidenceLink", () -> actions.complete(id, null, null, "javascript:alert(1)"));
    assertRefused("evidence", () -> actions.complete(id, null, "x".repeat(100_000), null));
  }

  @Test
  void aChangeOfSeveralSaysWhichWereRefused() {
    house.wired.as("dag");
    UUID first = share("Design it", TUESDAY);
    UUID second = share("Hang it", WEDNESDAY);
    run(() -> actions.dependOn(second, null, first));
    ActionBulkService bulk = house.wired.get(ActionBulkService.class);
    ActionBulkResult result =
        house.wired.in(
            () ->
                bulk.change(
                    new ChangeActions(
                        List.of(second, first), ChangeActions.Verb.DONE, null, null, null)));
    assertEquals(1, result.done());
    assertEquals(second, result.refused().get(0).id());
    assertEquals("action.waits", result.refused().get(0).reason().key());
    assertRefused(
        "reason",
        () ->
            bulk.change(
                new ChangeActions(List.of(first), ChangeActions.Verb.MOVE, null, WEDNESDAY, null)));
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEnded() {
    house.wired.as("dag");
    for (int i = 0; i < 5; i++) {
      share("Action " + i, i % 2 == 0 ? TUESDAY : WEDNESDAY);
    }
    ActionFilter open = ActionFilter.parse(name -> name.equals("state") ? "open" : null);
    for (ActionSort sort : ActionSort.values()) {
      List<UUID> seen = new ArrayList<>();
      String after = null;
      do {
        var page = queries.list(caller("dag").cases(), open, sort, after, 2);
        seen.addAll(ids(page.items()));
        after = page.next();
      } while (after != null);
      assertEquals(5, seen.stream().distinct().count());
      assertEquals(5, seen.size());
    }
    assertEquals(5, queries.counts(caller("dag").cases()).open());
    assertEquals(5, queries.count(caller("alva").cases(), open));
    assertEquals(0, queries.count(caller("dorte").cases(), open));
    assertNull(queries.list(caller("dorte").cases(), open, ActionSort.DEADLINE, null, 2).next());
  }

  @Test
  void theCountsAlwaysEqualTheRows() {
    String number = caseOfSigns();
    SplittableRandom random = new SplittableRandom(7);
    List<UUID> made = new ArrayList<>();
    house.wired.as("dag");
    for (int i = 0; i < 150; i++) {
      int what = made.isEmpty() ? 0 : random.nextInt(6);
      UUID one = made.isEmpty() ? house.id("none") : made.get(random.nextInt(made.size()));
      UUID other = made.isEmpty() ? null : made.get(random.nextInt(made.size()));
      try {
        switch (what) {
          case 0 -> made.add(share("Shared " + i, TUESDAY));
          case 1 ->
              made.add(
                  house.wired.in(
                      () ->
                          actions.add(
                              new AddAction(
                                  number,
                                  null,
                                  "Own",
                                  ActionKind.CONTAINMENT,
                                  "karin",
                                  TUESDAY,
                                  other))));
          case 2 -> run(() -> actions.complete(one, null, null, null));
          case 3 -> run(() -> actions.cancel(one, null, "Not needed"));
          case 4 -> run(() -> actions.reopen(one, null, "Again"));
          default -> run(() -> actions.dependOn(one, null, other));
        }
      } catch (BusinessException refused) {
        // a refusal must leave the counts as they were, too
      }
      assertCounts("cases", "case_id");
      assertCounts("causes", "cause_id");
    }
    CaseRow row = row(number);
    assertEquals(house.count("actions where state <> 'CANCELLED'"), row.actionsTotal());
    assertEquals(house.count("actions where state = 'OPEN'"), row.actionsOpen());
  }

  private void assertCounts(String table, String column) {
    assertEquals(
        0,
        house.count(
            "(select o.id from "
                + table
                + " o left join actions a on a."
                + column
                + " = o.id and a.state <> 'CANCELLED' group by o.id having o.actions_total <>"
                + " count(a.id) or o.actions_open <> count(a.id) filter (where a.state = 'OPEN'))"
                + " wrong"));
  }

  private ActionEvidenceQueries evidence() {
    return house.wired.get(ActionEvidenceQueries.class);
  }

  private UUID prove(UUID action, String note, String link, EvidenceFile file) {
    return house.wired.in(
        () ->
            house
                .wired
                .get(ActionEvidenceService.class)
                .add(new AddActionEvidence(action, note, link, file)));
  }

  private String caseOfSigns() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.database.write(
        h ->
            h.execute(
                "update cases set cause_id = ?, cause_department_id = ? where number = ?",
                house.id("cause-signs"),
                house.id("signs"),
                number));
    return number;
  }

  private UUID share(String title, LocalDate deadline) {
    return house.wired.in(
        () ->
            actions.addShared(
                new AddSharedAction(
                    house.id("cause-signs"),
                    title,
                    ActionKind.CORRECTIVE,
                    "karin",
                    deadline,
                    null)));
  }

  private CaseRow row(String number) {
    return house.wired.get(CaseQueries.class).details(caller("cecilia").cases(), number).row();
  }

  private Caller caller(String name) {
    CurrentUser current = house.wired.get(CurrentUser.class);
    String before = current.username();
    house.wired.as(name);
    Caller caller = current.get();
    house.wired.as(before);
    return caller;
  }

  private void run(Runnable verb) {
    house.wired.run(verb);
  }

  private void assertRefused(String field, Runnable verb) {
    assertEquals(field, assertThrows(BusinessException.class, () -> house.wired.run(verb)).field());
  }

  private static List<UUID> ids(List<ActionRow> rows) {
    return rows.stream().map(ActionRow::id).toList();
  }
}
