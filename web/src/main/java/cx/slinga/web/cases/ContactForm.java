package cx.slinga.web.cases;

import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An attempt to contact the customer, as it is typed. */
public class ContactForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private ContactChannel channel = ContactChannel.PHONE;
  private ContactOutcome outcome = ContactOutcome.REACHED;
  private String note = "";

  public ContactChannel getChannel() {
    return channel;
  }

  public void setChannel(ContactChannel channel) {
    this.channel = channel;
  }

  public ContactOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(ContactOutcome outcome) {
    this.outcome = outcome;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
