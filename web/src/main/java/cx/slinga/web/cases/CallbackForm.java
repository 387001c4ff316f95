package cx.slinga.web.cases;

import cx.slinga.callback.Callback;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When the customer wants to be called, as it is typed. */
public class CallbackForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable LocalDate day;
  private @Nullable LocalTime from;
  private @Nullable LocalTime to;
  private String note = "";

  CallbackForm(@Nullable Callback agreed) {
    if (agreed != null) {
      day = agreed.day();
      from = agreed.from();
      to = agreed.to();
      note = agreed.note() == null ? "" : agreed.note();
    }
  }

  public @Nullable LocalDate getDay() {
    return day;
  }

  public void setDay(@Nullable LocalDate day) {
    this.day = day;
  }

  public @Nullable LocalTime getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalTime from) {
    this.from = from;
  }

  public @Nullable LocalTime getTo() {
    return to;
  }

  public void setTo(@Nullable LocalTime to) {
    this.to = to;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
