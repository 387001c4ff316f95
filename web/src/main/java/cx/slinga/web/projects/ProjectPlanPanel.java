package cx.slinga.web.projects;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddProjectAction;
import cx.slinga.improvement.ProjectState;
import cx.slinga.security.Caller;
import cx.slinga.web.cases.ActionForm;
import cx.slinga.web.causes.SharedPlanPanel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done in the project, and what it carries on of the plans of its causes and cases. */
@Named
@ViewScoped
public class ProjectPlanPanel extends SharedPlanPanel {
  private static final long serialVersionUID = 1L;

  @Inject private ProjectPage projectPage;
  @Inject private ActionQueries queries;

  @Override
  protected void add(
      ActionService actions, ActionForm typed, LocalDate deadline, @Nullable UUID dependsOn) {
    actions.addToProject(
        new AddProjectAction(
            projectPage.getNumber(),
            typed.getTitle(),
            typed.getKind(),
            typed.getOwner(),
            deadline,
            dependsOn));
  }

  @Override
  protected boolean onPage(Runnable verb, String... parts) {
    return projectPage.done("plan", verb, parts);
  }

  @Override
  public List<ActionRow> getPlan() {
    return projectPage.once(
        "plan", () -> queries.projectPlan(projectPage.caller().cases(), projectPage.getNumber()));
  }

  /**
   * What is open of the plans of its causes and their closed cases: carried on while it runs, left
   * when it has ended; nothing before it runs.
   */
  public List<ActionRow> getCarried() {
    ProjectState state = projectPage.getRow().state();
    return projectPage.once(
        "carried",
        () ->
            state == ProjectState.PROPOSED || state == ProjectState.APPROVED
                ? List.of()
                : queries.carriedOn(projectPage.caller().cases(), projectPage.getNumber()));
  }

  /** Add an action, until it has ended. */
  @Override
  public boolean isAdd() {
    return projectPage.isEdit();
  }

  @Override
  protected boolean plans() {
    return projectPage.isMine();
  }

  @Override
  protected Caller reader() {
    return projectPage.caller();
  }

  /** Whoever owns the project. */
  @Override
  protected String firstOwner() {
    return projectPage.getRow().ownerUsername();
  }
}
