package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectDetails;
import cx.slinga.improvement.ProjectFacts;
import cx.slinga.improvement.ProjectRow;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a project is to do, as it is typed. */
public class ProjectForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MIDDLE = 3;

  private String title = "";
  private String aim = "";
  private String department = "";
  private String owner = "";
  private @Nullable LocalDate deadline;
  private int impact = MIDDLE;
  private int confidence = MIDDLE;
  private int effort = MIDDLE;

  /** Begins with what is there. */
  static ProjectForm of(ProjectDetails details) {
    ProjectRow row = details.row();
    ProjectForm form = new ProjectForm();
    form.title = row.title();
    form.aim = details.aim();
    form.department = row.departmentKey();
    form.owner = row.ownerUsername();
    form.deadline = row.deadline();
    form.impact = row.impact();
    form.confidence = row.confidence();
    form.effort = row.effort();
    return form;
  }

  ProjectFacts facts() {
    LocalDate day = deadline;
    if (day == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    return new ProjectFacts(title, aim, day, impact, confidence, effort);
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public String getAim() {
    return aim;
  }

  public void setAim(@Nullable String aim) {
    this.aim = aim == null ? "" : aim;
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = department == null ? "" : department;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner == null ? "" : owner;
  }

  public @Nullable LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable LocalDate deadline) {
    this.deadline = deadline;
  }

  public int getImpact() {
    return impact;
  }

  public void setImpact(int impact) {
    this.impact = impact;
  }

  public int getConfidence() {
    return confidence;
  }

  public void setConfidence(int confidence) {
    this.confidence = confidence;
  }

  public int getEffort() {
    return effort;
  }

  public void setEffort(int effort) {
    this.effort = effort;
  }
}
