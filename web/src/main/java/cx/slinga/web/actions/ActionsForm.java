package cx.slinga.web.actions;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is typed about one action or several: by whom, by when, and why. */
public class ActionsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String owner;
  private @Nullable LocalDate deadline;
  private String reason = "";
  private String evidence = "";
  private String evidenceLink = "";
  private @Nullable String dependsOn;

  public @Nullable String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner;
  }

  public @Nullable LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable LocalDate deadline) {
    this.deadline = deadline;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(@Nullable String evidence) {
    this.evidence = evidence == null ? "" : evidence;
  }

  public String getEvidenceLink() {
    return evidenceLink;
  }

  public void setEvidenceLink(@Nullable String evidenceLink) {
    this.evidenceLink = evidenceLink == null ? "" : evidenceLink;
  }

  public @Nullable String getDependsOn() {
    return dependsOn;
  }

  public void setDependsOn(@Nullable String dependsOn) {
    this.dependsOn = dependsOn;
  }
}
