package cx.slinga.web.cases;

import cx.slinga.actionplan.ActionKind;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A new action, as it is typed. */
public class ActionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String title = "";
  private ActionKind kind = ActionKind.CORRECTIVE;
  private String owner;
  private @Nullable LocalDate deadline;
  private @Nullable String dependsOn;

  /** Begins with an owner. */
  public ActionForm(String owner) {
    this.owner = owner;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public ActionKind getKind() {
    return kind;
  }

  public void setKind(ActionKind kind) {
    this.kind = kind;
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

  /** Id of the action that has to be done first; null or empty for none. */
  public @Nullable String getDependsOn() {
    return dependsOn;
  }

  public void setDependsOn(@Nullable String dependsOn) {
    this.dependsOn = dependsOn;
  }
}
