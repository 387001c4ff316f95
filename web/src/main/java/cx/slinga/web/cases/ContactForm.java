package cx.slinga.web.cases;

import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An attempt to contact the customer, as it is typed; nothing is chosen for who types. */
public class ContactForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable ContactChannel channel;
  private @Nullable ContactOutcome outcome;
  private String note = "";

  public @Nullable ContactChannel getChannel() {
    return channel;
  }

  public void setChannel(@Nullable ContactChannel channel) {
    this.channel = channel;
  }

  public @Nullable ContactOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable ContactOutcome outcome) {
    this.outcome = outcome;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
