package cx.slinga.web.cases;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.bulk.BulkInput;
import cx.slinga.cases.DismissalReason;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed at the bulk bar: which cases, and what the verb needs besides them. */
public class BulkForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String picked = "";
  private @Nullable String owner;
  private @Nullable String causeId;
  private String title = "";
  private ActionKind kind = ActionKind.CORRECTIVE;
  private @Nullable LocalDate deadline;
  private @Nullable DismissalReason reason;
  private String note = "";

  /** By the names of the single verbs' fields. */
  BulkInput input() {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "owner", owner);
    put(values, "causeId", causeId);
    put(values, "title", title);
    put(values, "kind", kind);
    put(values, "deadline", deadline);
    put(values, "reason", reason);
    put(values, "note", note);
    return new BulkInput(values);
  }

  private static void put(Map<String, String> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value.toString());
    }
  }

  /** Numbers with commas between, or {@code *} for all that the filter names. */
  public String getPicked() {
    return picked;
  }

  public void setPicked(@Nullable String picked) {
    this.picked = picked == null ? "" : picked;
  }

  public @Nullable String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner;
  }

  public @Nullable String getCauseId() {
    return causeId;
  }

  public void setCauseId(@Nullable String causeId) {
    this.causeId = causeId;
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

  public @Nullable LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable LocalDate deadline) {
    this.deadline = deadline;
  }

  public @Nullable DismissalReason getReason() {
    return reason;
  }

  public void setReason(@Nullable DismissalReason reason) {
    this.reason = reason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
