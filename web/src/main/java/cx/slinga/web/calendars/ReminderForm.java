package cx.slinga.web.calendars;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.reminders.ReminderTimes;
import cx.slinga.reminders.SetReminders;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** When people are told of deadlines, as it is typed. */
public class ReminderForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Integer before;
  private AllowanceUnit beforeUnit;
  private @Nullable Integer head;
  private AllowanceUnit headUnit;
  private @Nullable Integer cxOwner;
  private AllowanceUnit cxOwnerUnit;

  ReminderForm(ReminderTimes times) {
    before = times.before().amount();
    beforeUnit = times.before().unit();
    head = times.head().amount();
    headUnit = times.head().unit();
    cxOwner = times.cxOwner().amount();
    cxOwnerUnit = times.cxOwner().unit();
  }

  SetReminders command() {
    return new SetReminders(
        number(before), beforeUnit, number(head), headUnit, number(cxOwner), cxOwnerUnit);
  }

  /** Nothing typed is told like any other number that is out of range. */
  private static int number(@Nullable Integer typed) {
    return typed == null ? 0 : typed;
  }

  public @Nullable Integer getBefore() {
    return before;
  }

  public void setBefore(@Nullable Integer before) {
    this.before = before;
  }

  public AllowanceUnit getBeforeUnit() {
    return beforeUnit;
  }

  public void setBeforeUnit(AllowanceUnit beforeUnit) {
    this.beforeUnit = beforeUnit;
  }

  public @Nullable Integer getHead() {
    return head;
  }

  public void setHead(@Nullable Integer head) {
    this.head = head;
  }

  public AllowanceUnit getHeadUnit() {
    return headUnit;
  }

  public void setHeadUnit(AllowanceUnit headUnit) {
    this.headUnit = headUnit;
  }

  public @Nullable Integer getCxOwner() {
    return cxOwner;
  }

  public void setCxOwner(@Nullable Integer cxOwner) {
    this.cxOwner = cxOwner;
  }

  public AllowanceUnit getCxOwnerUnit() {
    return cxOwnerUnit;
  }

  public void setCxOwnerUnit(AllowanceUnit cxOwnerUnit) {
    this.cxOwnerUnit = cxOwnerUnit;
  }
}
