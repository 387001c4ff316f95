package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectDetails;
import cx.slinga.improvement.ProjectService;
import cx.slinga.improvement.ProjectState;
import cx.slinga.rootcause.CauseFilter;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.shared.BusinessException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One project: where it stands, what it is to do, and which causes it removes. */
@Named
@ViewScoped
public class ProjectsView implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<ProjectState> PATH =
      List.of(
          ProjectState.PROPOSED,
          ProjectState.APPROVED,
          ProjectState.RUNNING,
          ProjectState.DONE,
          ProjectState.CELEBRATED);

  /** A state on the way: {@code css} is done, now or empty. */
  public record Step(ProjectState state, String css) {}

  @Inject private ProjectPage projectPage;
  @Inject private ProjectService service;
  @Inject private CauseQueries causes;

  private ProjectForm form = new ProjectForm();
  private String reason = "";
  private String override = "";
  private @Nullable String cause;

  /** Reads the project that the address names. */
  public void load() {
    form = ProjectForm.of(projectPage.look());
  }

  // what is done

  /** It is worth doing. */
  public void approve() {
    projectPage.done("approved", () -> service.approve(number(), version()));
  }

  /** It begins. */
  public void start() {
    projectPage.done("started", () -> service.start(number(), version(), override));
  }

  /** Everything that it was to do is done. */
  public void finish() {
    projectPage.done("finished", () -> service.finish(number(), version()), "planDo", "factsDo");
  }

  /** Everybody has been shown what came of it. */
  public void celebrate() {
    projectPage.done("celebrated", () -> service.celebrate(number(), version()));
  }

  /** It is given up. */
  public void stop() {
    projectPage.done(
        "stopped",
        () -> service.stop(number(), version(), reason),
        "planDo",
        "factsDo",
        "causesDo");
  }

  /** Says otherwise what it is to do. */
  public void change() {
    projectPage.done(
        "changed",
        () -> service.change(number(), version(), form.facts(), form.getDepartment()),
        "factsDo");
  }

  /** Gives it to another owner. */
  public void assign() {
    projectPage.done(
        "assigned", () -> service.assign(number(), version(), form.getOwner()), "factsDo");
  }

  /** It removes one more cause. */
  public void link() {
    String chosen = cause;
    if (chosen == null || chosen.isBlank()) {
      throw BusinessException.ofField("cause", "cause.title-missing");
    }
    if (projectPage.done(
        "linked", () -> service.link(number(), version(), UUID.fromString(chosen)), "causesDo")) {
      cause = null;
    }
  }

  /** It does not remove that cause. */
  public void unlink(ProjectDetails.Removed removed) {
    projectPage.done(
        "unlinked", () -> service.unlink(number(), version(), removed.id()), "causesDo");
  }

  private String number() {
    return projectPage.getNumber();
  }

  private long version() {
    return projectPage.seenVersion();
  }

  // what is shown

  /** The states on the way; a stopped project has left it. */
  public List<Step> getPath() {
    ProjectState now = state();
    if (now == ProjectState.STOPPED) {
      return List.of(new Step(ProjectState.PROPOSED, "done"), new Step(now, "now"));
    }
    List<Step> steps = new ArrayList<>();
    int at = PATH.indexOf(now);
    for (int i = 0; i < PATH.size(); i++) {
      steps.add(new Step(PATH.get(i), i < at ? "done" : i == at ? "now" : ""));
    }
    return steps;
  }

  /** Causes that it could remove as well, those that most cases share first. */
  public List<CauseRow> getOthers() {
    return projectPage.once(
        "others",
        () -> {
          List<UUID> linked =
              projectPage.getDetails().causes().stream().map(ProjectDetails.Removed::id).toList();
          return causes
              .list(CauseFilter.parse(Map.of("state", "suspected,confirmed,addressed")::get))
              .stream()
              .filter(one -> !linked.contains(one.id()))
              .toList();
        });
  }

  private ProjectState state() {
    return projectPage.getRow().state();
  }

  // what this person may do: it hides, the service protects

  public boolean isApprove() {
    return projectPage.isMine() && state() == ProjectState.PROPOSED;
  }

  public boolean isStart() {
    return projectPage.isMine() && state() == ProjectState.APPROVED;
  }

  /** Whether the department runs as many projects as it should already. */
  public boolean isFull() {
    ProjectDetails now = projectPage.getDetails();
    return now.running() >= now.limit();
  }

  public boolean isFinish() {
    return projectPage.isMine() && state() == ProjectState.RUNNING;
  }

  public boolean isCelebrate() {
    return projectPage.isMine() && state() == ProjectState.DONE;
  }

  public boolean isStop() {
    return projectPage.isEdit();
  }

  // forms

  public ProjectForm getForm() {
    return form;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getOverride() {
    return override;
  }

  public void setOverride(@Nullable String override) {
    this.override = override == null ? "" : override;
  }

  public @Nullable String getCause() {
    return cause;
  }

  public void setCause(@Nullable String cause) {
    this.cause = cause;
  }
}
