package cx.slinga.reminders;

import cx.slinga.calendar.Allowance;
import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** People are told of deadlines at other times than before. */
public record RemindersSet(ReminderTimes before, ReminderTimes after) implements DomainEvent {
  @Override
  public String verb() {
    return "reminders.set";
  }

  @Override
  public String objectType() {
    return "reminders";
  }

  @Override
  public String objectId() {
    return "deadlines";
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of(
        "before", change(before.before(), after.before()),
        "head", change(before.head(), after.head()),
        "cxOwner", change(before.cxOwner(), after.cxOwner()));
  }

  private static Change change(Allowance before, Allowance after) {
    return Change.of(told(before), told(after));
  }

  private static String told(Allowance time) {
    return time.amount() + " " + time.unit();
  }
}
