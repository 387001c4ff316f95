package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.AddAction;
import cx.slinga.actionplan.AddProjectAction;
import cx.slinga.cases.CarriedOn;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseNotClosable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.improvement.ProjectFacts;
import cx.slinga.improvement.ProjectQueries;
import cx.slinga.improvement.ProjectService;
import cx.slinga.improvement.ProjectState;
import cx.slinga.improvement.ProposeProject;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Dag;
import cx.slinga.it.actor.Karin;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.NameCause;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Database;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case is closed while a running project carries on what is planned for it. */
@ExtendWith(ArquillianExtension.class)
class ProjectIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(ProjectIT.class);
  }

  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Dag dag;
  @Inject Karin karin;
  @Inject CurrentUser currentUser;
  @Inject ResponseService responses;
  @Inject CaseQueries queries;
  @Inject CaseService cases;
  @Inject AnalysisService analysis;
  @Inject ActionService actions;
  @Inject ActionQueries plans;
  @Inject ProjectService projects;
  @Inject ProjectQueries projectQueries;
  @Inject Database database;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void whatAProjectCarriesOnDoesNotKeepACaseOpen() throws Exception {
    String number = opened();
    karin.run(
        () -> cases.contact(number, null, ContactChannel.PHONE, ContactOutcome.REACHED, "Talked"));
    UUID cause = karin.call(() -> analysis.nameCause(named(number)));
    UUID corrective = karin.call(() -> actions.add(action(number, ActionKind.CORRECTIVE)));
    UUID promised = karin.call(() -> actions.add(action(number, ActionKind.CONTAINMENT)));
    karin.run(() -> cases.resolve(number, null));

    String project =
        dag.call(
            () ->
                projects.propose(
                    new ProposeProject(
                        new ProjectFacts(
                            "Signs that lead", "Nobody asks", Workday.inTwoWeeks(), 4, 3, 2),
                        "wayfinding",
                        "karin",
                        List.of(cause))));
    dag.run(() -> projects.approve(project, null));
    assertNotClosable(number);
    dag.run(() -> projects.start(project, null, "The case waits for it"));
    UUID own =
        dag.call(
            () ->
                actions.addToProject(
                    new AddProjectAction(
                        project,
                        "Measure again",
                        ActionKind.PREVENTIVE,
                        "karin",
                        Workday.inTwoWeeks(),
                        null)));
    assertNotClosable(number);
    karin.run(() -> actions.complete(promised, null, null, null));
    assertEquals(new CarriedOn(project, 1), read(number).carriedOn());
    cecilia.run(() -> cases.close(number, null));
    assertEquals(CaseState.CLOSED, read(number).state());

    List<ActionRow> carried = dag.call(() -> plans.carriedOn(currentUser.get().cases(), project));
    assertEquals(List.of(corrective), carried.stream().map(ActionRow::id).toList());
    karin.run(() -> actions.complete(corrective, null, null, null));
    karin.run(() -> actions.complete(own, null, null, null));
    dag.run(() -> projects.finish(project, null));
    assertEquals(
        ProjectState.DONE, karin.call(() -> projectQueries.details(project)).row().state());
    assertEquals(
        ActionState.DONE,
        karin.call(() -> plans.get(currentUser.get().cases(), corrective)).state());
    assertEquals(
        List.of(
            "project.proposed",
            "project.cause-linked",
            "project.approved",
            "project.started",
            "project.finished"),
        database.read(
            h ->
                h.select("select verb from audit_entries where object_id = ? order by id", project)
                    .mapTo(String.class)
                    .list()));
  }

  private void assertNotClosable(String number) {
    CaseNotClosable refusal =
        assertThrows(CaseNotClosable.class, () -> cecilia.run(() -> cases.close(number, null)));
    assertEquals(List.of(ClosingPoint.ACTIONS_DONE), refusal.missing());
  }

  private static NameCause named(String number) {
    return new NameCause(
        number,
        null,
        "signs-inside",
        "signs-inside",
        null,
        "Signs point nowhere " + UUID.randomUUID(),
        List.of(),
        true);
  }

  private static AddAction action(String number, ActionKind kind) {
    return new AddAction(number, null, "Move the sign", kind, "karin", Workday.inTwoWeeks());
  }

  private String opened() throws Exception {
    String id = UUID.randomUUID().toString();
    cecilia.call(
        () ->
            responses.submit(
                new SubmitResponse(
                    "sfo-2018",
                    id,
                    LocalDate.of(2018, 5, 15),
                    4,
                    "The words of a passenger",
                    "en",
                    null,
                    Map.of("signs-inside", 1))));
    return database.read(
        h -> {
          String number =
              h.select(
                      "select c.number from cases c join responses r on r.id = c.response_id where"
                          + " r.external_id = ?",
                      id)
                  .mapTo(String.class)
                  .one();
          h.execute(
              "update cases set owner_id = (select id from people where username = 'karin') where"
                  + " number = ?",
              number);
          return number;
        });
  }

  private CaseRow read(String number) throws Exception {
    return cecilia
        .call(
            () ->
                queries.list(
                    currentUser.get().cases(),
                    CaseFilter.parse(Map.of("q", number)::get),
                    CaseSort.DUE,
                    null,
                    1))
        .items()
        .get(0);
  }
}
