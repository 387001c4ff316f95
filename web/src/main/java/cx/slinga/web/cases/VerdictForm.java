package cx.slinga.web.cases;

import cx.slinga.cases.DismissalReason;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Why a case is dismissed or taken up again, as it is typed. */
public class VerdictForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable DismissalReason dismissal;
  private String note = "";
  private String reason = "";

  public @Nullable DismissalReason getDismissal() {
    return dismissal;
  }

  public void setDismissal(@Nullable DismissalReason dismissal) {
    this.dismissal = dismissal;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
