package cx.slinga.improvement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may happen to a project, and when. */
class ProjectTest {
  private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
  private static final UUID SIGNS = Ids.next();
  private static final UUID DAG = Ids.next();
  private static final RunningRoom ROOM = new RunningRoom("Signs", 0, 3, null);

  @Test
  void goesFromProposedToCelebrated() {
    Project project = proposed();
    assertEquals("project.approved", project.approve(NOW).verb());
    assertEquals("project.started", project.start(ROOM, NOW).verb());
    assertEquals("project.finished", project.finish(NOW).verb());
    ProjectChanged celebrated = project.celebrate(NOW);
    assertEquals("CELEBRATED", celebrated.changes().get("state").after());
    assertEquals(ProjectState.CELEBRATED, project.state());
  }

  @Test
  void noStepIsLeftOut() {
    Project project = proposed();
    assertRefused("project.state.PROPOSED", () -> project.start(ROOM, NOW));
    assertRefused("project.state.PROPOSED", () -> project.finish(NOW));
    assertRefused("project.state.PROPOSED", () -> project.celebrate(NOW));
    project.approve(NOW);
    assertRefused("project.approved-already", () -> project.approve(NOW));
    assertRefused("project.state.APPROVED", () -> project.finish(NOW));
    project.start(ROOM, NOW);
    assertRefused("project.state.RUNNING", () -> project.start(ROOM, NOW));
    assertRefused("project.state.RUNNING", () -> project.celebrate(NOW));
  }

  @Test
  void isStoppedWithAReasonOnly() {
    Project project = proposed();
    assertRefused("reason.missing", () -> project.stop(" \n", NOW));
    assertRefused("text.too-long", () -> project.stop("x".repeat(100_000), NOW));
    assertEquals("project.stopped", project.stop(" The budget went 🛑 ", NOW).verb());
    assertEquals("The budget went 🛑", project.stopReason());
    for (Runnable verb :
        List.<Runnable>of(
            () -> project.approve(NOW),
            () -> project.stop("Again", NOW),
            () -> project.link(Ids.next(), NOW),
            () -> project.unlink(Ids.next(), NOW),
            () -> project.assignTo(DAG, NOW),
            () -> project.change(facts(TODAY), SIGNS, TODAY, NOW))) {
      assertRefused("project.state.STOPPED", verb);
    }
  }

  @Test
  void startsOnlyWhereThereIsRoomUnlessItIsSaidWhy() {
    Project project = proposed();
    project.approve(NOW);
    BusinessException refusal =
        assertRefused(
            "project.limit", () -> project.start(new RunningRoom("Signs", 3, 3, null), NOW));
    assertEquals("override", refusal.field());
    assertEquals(List.of("Signs", 3, 3), refusal.args());
    ProjectChanged started = project.start(new RunningRoom("Signs", 3, 3, "The law says so"), NOW);
    assertEquals("3", started.changes().get("limit").before());
    assertEquals("4", started.changes().get("limit").after());
  }

  @Test
  void staysWithItsDepartmentOnceItRuns() {
    Project project = proposed();
    UUID food = Ids.next();
    project.change(facts(TODAY), food, TODAY, NOW);
    project.approve(NOW);
    project.start(ROOM, NOW);
    assertRefused(
        "project.department-stays", () -> project.change(facts(TODAY), SIGNS, TODAY, NOW));
    project.change(facts(TODAY.plusDays(3)), food, TODAY, NOW);
    assertEquals(TODAY.plusDays(3), project.deadline());
  }

  @Test
  void aDeadlineThatHasPassedIsRefusedButMayStay() {
    assertRefused("action.deadline-past", () -> proposed(TODAY.minusDays(1)));
    assertRefused("action.deadline-far", () -> proposed(TODAY.plusYears(6)));
    Project project = proposed(TODAY);
    LocalDate later = TODAY.plusDays(9);
    project.change(facts(TODAY), SIGNS, later, NOW);
    assertRefused(
        "action.deadline-past", () -> project.change(facts(TODAY.plusDays(1)), SIGNS, later, NOW));
  }

  @Test
  void factsAreRefusedAtTheirField() {
    assertField("title", () -> new ProjectFacts(" ", "Aim", TODAY, 1, 1, 1));
    assertField("title", () -> new ProjectFacts("x".repeat(201), "Aim", TODAY, 1, 1, 1));
    assertField("aim", () -> new ProjectFacts("Title", "", TODAY, 1, 1, 1));
    assertField("aim", () -> new ProjectFacts("Title", "x".repeat(100_000), TODAY, 1, 1, 1));
    assertField("impact", () -> new ProjectFacts("Title", "Aim", TODAY, 0, 1, 1));
    assertField("confidence", () -> new ProjectFacts("Title", "Aim", TODAY, 1, 6, 1));
    assertField("effort", () -> new ProjectFacts("Title", "Aim", TODAY, 1, 1, -1));
  }

  @Test
  void numbersHaveTheYearAndAtLeastFourDigits() {
    assertEquals("PR-2026-0007", Projects.number(NOW, 7));
    assertEquals("PR-2027-12345", Projects.number(Instant.parse("2026-12-31T23:30:00Z"), 12345));
  }

  private static Project proposed() {
    return proposed(TODAY.plusDays(90));
  }

  private static Project proposed(LocalDate deadline) {
    return new Project("PR-2026-0001", facts(deadline), SIGNS, DAG, DAG, NOW, TODAY);
  }

  private static ProjectFacts facts(LocalDate deadline) {
    return new ProjectFacts("Signs that lead", "Nobody asks for the way", deadline, 4, 3, 2);
  }

  private static BusinessException assertRefused(String key, Runnable verb) {
    BusinessException refusal = assertThrows(BusinessException.class, verb::run);
    assertEquals(key, refusal.key());
    return refusal;
  }

  private static void assertField(String field, Runnable verb) {
    assertEquals(field, assertThrows(BusinessException.class, verb::run).field());
  }
}
