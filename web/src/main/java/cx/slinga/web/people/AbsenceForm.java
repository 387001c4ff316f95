package cx.slinga.web.people;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An absence as it is typed. */
public class AbsenceForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String person = "";
  private String standIn = "";
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;

  public String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = person == null ? "" : person;
  }

  public String getStandIn() {
    return standIn;
  }

  public void setStandIn(@Nullable String standIn) {
    this.standIn = standIn == null ? "" : standIn;
  }

  public @Nullable LocalDate getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDate from) {
    this.from = from;
  }

  public @Nullable LocalDate getTo() {
    return to;
  }

  public void setTo(@Nullable LocalDate to) {
    this.to = to;
  }
}
