package cx.slinga.improvement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.actionplan.ActionFilter;
import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.AddAction;
import cx.slinga.actionplan.AddProjectAction;
import cx.slinga.actionplan.AddSharedAction;
import cx.slinga.cases.CarriedOn;
import cx.slinga.cases.CaseNotClosable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.rootcause.CauseService;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plans of projects, and what a running one carries on when a case is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectGateTest {
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
  void aRunningProjectCarriesOnWhatIsPlannedForACase() {
    String number = resolvedCase("cause-signs");
    String project = house.running("cause-signs");
    UUID shared = share("cause-signs");
    UUID own = add(number, ActionKind.CORRECTIVE);
    add(number, ActionKind.PREVENTIVE);
    assertEquals(new CarriedOn(project, 3), row(number).carriedOn());
    assertEquals(List.of(), row(number).missingForClosing());
    house.as("cecilia", () -> cases().close(number, null));
    assertEquals(CaseState.CLOSED, row(number).state());
    assertEquals(ActionState.OPEN, action(shared).state());
    assertEquals("karin", action(own).ownerUsername());
    assertEquals(3, actions().carriedOn(house.caller("dag").cases(), project).size());
    house.as("karin", () -> service().complete(own, null, null, null));
    assertEquals(2, actions().carriedOn(house.caller("dag").cases(), project).size());
    assertEquals(CaseState.CLOSED, row(number).state());
  }

  @Test
  void containmentOfTheCaseItselfIsNotCarriedOn() {
    String number = resolvedCase("cause-signs");
    house.running("cause-signs");
    add(number, ActionKind.CORRECTIVE);
    UUID promised = add(number, ActionKind.CONTAINMENT);
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), row(number).missingForClosing());
    assertNotClosable(number);
    house.as("karin", () -> service().complete(promised, null, null, null));
    house.as("cecilia", () -> cases().close(number, null));
  }

  @Test
  void containmentThatTheCauseSharesIsCarriedOn() {
    String number = resolvedCase("cause-signs");
    house.running("cause-signs");
    house.in(
        "dag",
        () ->
            service()
                .addShared(
                    new AddSharedAction(
                        house.house.id("cause-signs"),
                        "Staff show the way",
                        ActionKind.CONTAINMENT,
                        "karin",
                        ProjectHouse.TUESDAY,
                        null)));
    house.as("cecilia", () -> cases().close(number, null));
  }

  @Test
  void aProjectThatDoesNotRunCarriesNothingOn() {
    String number = resolvedCase("cause-signs");
    share("cause-signs");
    String project = house.proposed("cause-signs");
    assertNotClosable(number);
    house.as("dag", () -> house.projects().approve(project, null));
    assertNotClosable(number);
    house.as("dag", () -> house.projects().start(project, null, null));
    assertEquals(List.of(), row(number).missingForClosing());
    house.as("dag", () -> house.projects().stop(project, null, "No budget"));
    assertNotClosable(number);
    assertNull(row(number).carriedOn());
  }

  @Test
  void aProjectOfAnotherCauseCarriesNothingOn() {
    String number = resolvedCase("cause-signs");
    share("cause-signs");
    String project = house.running("cause-food");
    assertNotClosable(number);
    house.as("dag", () -> house.projects().link(project, null, house.house.id("cause-signs")));
    assertNotNull(row(number).carriedOn());
    house.as("dag", () -> house.projects().unlink(project, null, house.house.id("cause-signs")));
    assertNotClosable(number);
  }

  @Test
  void theProjectOfAMergedCauseCarriesOnTheCasesOfTheOther() {
    String number = resolvedCase("cause-signs");
    share("cause-signs");
    String project = house.running("cause-food");
    house.as(
        "cecilia",
        () ->
            house
                .house
                .wired
                .get(CauseService.class)
                .merge(house.house.id("cause-signs"), null, house.house.id("cause-food")));
    assertEquals(new CarriedOn(project, 1), row(number).carriedOn());
  }

  @Test
  void casesThatWereClosedMeanwhileStayClosedWhenTheProjectIsStopped() {
    String number = resolvedCase("cause-signs");
    String project = house.running("cause-signs");
    UUID shared = share("cause-signs");
    house.as("cecilia", () -> cases().close(number, null));
    house.as("dag", () -> house.projects().stop(project, null, "No budget"));
    assertEquals(CaseState.CLOSED, row(number).state());
    assertEquals(ActionState.OPEN, action(shared).state());
  }

  @Test
  void theProjectsPlanIsThePlanOfItsCausesCases() {
    String number = resolvedCase("cause-signs");
    assertEquals(List.of(ClosingPoint.PLAN), row(number).missingForClosing());
    String project = house.running("cause-signs");
    assertEquals(List.of(ClosingPoint.PLAN), row(number).missingForClosing());
    UUID id = plan(project, "dag", null);
    assertEquals(List.of(), row(number).missingForClosing());
    house.as("dag", () -> service().complete(id, null, null, null));
    house.as("dag", () -> house.projects().finish(project, null));
    assertEquals(List.of(), row(number).missingForClosing());
    house.as("cecilia", () -> cases().close(number, null));
  }

  @Test
  void aProjectIsDoneWhenNothingInItsPlanIsOpenAndThenTakesNoMore() {
    String project = house.running();
    UUID first = plan(project, "dag", null);
    UUID second = plan(project, "dag", first);
    assertEquals(2, house.details(project).row().actionsOpen());
    assertRefused(
        "action.waits", () -> house.as("dag", () -> service().complete(second, null, null, null)));
    assertRefused(
        "project.actions-open",
        () -> house.as("dag", () -> house.projects().finish(project, null)));
    house.as("karin", () -> service().complete(first, null, "It hangs", null));
    house.as("dag", () -> service().cancel(second, null, "Not needed"));
    house.as("dag", () -> house.projects().finish(project, null));
    assertRefused("project.ended", () -> plan(project, "dag", null));
    assertRefused(
        "project.ended", () -> house.as("dag", () -> service().reopen(second, null, "Again")));
    ProjectRow row = house.details(project).row();
    assertEquals(1, row.actionsTotal());
    assertEquals(0, row.actionsOpen());
  }

  @Test
  void everybodyReadsAProjectsPlanAndItsDepartmentsHeadMakesIt() {
    String project = house.running();
    UUID id = plan(project, "cecilia", null);
    for (String other : List.of("dorte", "karin")) {
      assertThrows(NotAllowedException.class, () -> plan(project, other, null));
    }
    for (String reader : List.of("cecilia", "dag", "dorte", "karin", "kaj", "alva")) {
      assertEquals(
          List.of(id),
          actions().projectPlan(house.caller(reader).cases(), project).stream()
              .map(ActionRow::id)
              .toList());
    }
    ActionRow mine = actions().mine(house.caller("karin").cases()).get(0);
    assertEquals(project, mine.projectNumber());
    assertEquals("signs", mine.department());
    ActionFilter filter = ActionFilter.parse(name -> name.equals("project") ? project : null);
    assertEquals(1, actions().count(house.caller("dag").cases(), filter));
    assertEquals(1, actions().count(house.caller("dorte").cases(), filter));
    assertThrows(
        NotAllowedException.class,
        () -> house.as("dorte", () -> service().assign(id, null, "kaj")));
    house.as("dag", () -> service().assign(id, null, "kaj"));
  }

  @Test
  void anActionWaitsOnlyForOneOfItsOwnProject() {
    String one = house.running();
    UUID first = plan(one, "dag", null);
    String other = house.running("cause-signs");
    assertRefused("action.depends-elsewhere", () -> plan(other, "dag", first));
    UUID shared = share("cause-signs");
    assertRefused("action.depends-elsewhere", () -> plan(other, "dag", shared));
    assertRefused(
        "action.depends-elsewhere",
        () -> house.as("dag", () -> service().dependOn(shared, null, first)));
  }

  @Test
  void theHeadOfTheProjectsDepartmentIsTheOneToWhomItIsEscalated() {
    String project = house.running();
    plan(project, "dag", null);
    assertTrue(
        house.house.count(
                "action_deadlines d join actions a on a.id = d.action_id where a.project_id is not"
                    + " null")
            > 0);
  }

  private UUID plan(String project, String who, @Nullable UUID dependsOn) {
    return house.in(
        who,
        () ->
            service()
                .addToProject(
                    new AddProjectAction(
                        project,
                        "Put up a sign",
                        ActionKind.PREVENTIVE,
                        "karin",
                        ProjectHouse.TUESDAY,
                        dependsOn)));
  }

  private UUID share(String cause) {
    return house.in(
        "cecilia",
        () ->
            service()
                .addShared(
                    new AddSharedAction(
                        house.house.id(cause),
                        "Put up a sign",
                        ActionKind.CORRECTIVE,
                        "karin",
                        ProjectHouse.TUESDAY,
                        null)));
  }

  private UUID add(String number, ActionKind kind) {
    return house.in(
        "cecilia",
        () ->
            service()
                .add(new AddAction(number, null, "Do it", kind, "karin", ProjectHouse.TUESDAY)));
  }

  /** A case of that cause to which nothing is missing but a plan. */
  private String resolvedCase(String cause) {
    String number = house.house.cases(1, "RESOLVED", "signs", "karin").get(0);
    house.house.database.write(
        h ->
            h.execute(
                "update cases set cause_id = ?, contact_outcome = 'REACHED', resolved_at ="
                    + " opened_at, next_clock = null, next_due_at = null where number = ?",
                house.house.id(cause),
                number));
    return number;
  }

  private void assertNotClosable(String number) {
    CaseNotClosable refusal =
        assertThrows(
            CaseNotClosable.class, () -> house.as("cecilia", () -> cases().close(number, null)));
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), refusal.missing());
    assertEquals(refusal.missing(), row(number).missingForClosing());
  }

  private static void assertRefused(String key, Runnable verb) {
    assertEquals(key, assertThrows(BusinessException.class, verb::run).key());
  }

  private CaseRow row(String number) {
    return house
        .house
        .wired
        .get(CaseQueries.class)
        .details(house.caller("cecilia").cases(), number)
        .row();
  }

  private ActionRow action(UUID id) {
    return actions().get(house.caller("cecilia").cases(), id);
  }

  private CaseService cases() {
    return house.house.wired.get(CaseService.class);
  }

  private ActionService service() {
    return house.house.wired.get(ActionService.class);
  }

  private ActionQueries actions() {
    return house.house.wired.get(ActionQueries.class);
  }
}
