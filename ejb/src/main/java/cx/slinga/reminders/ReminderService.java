package cx.slinga.reminders;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Sets when people are told of deadlines. It holds for what is looked at from then on. */
@Stateless
@DenyAll
public class ReminderService {
  private static final int MOST = 1_000;

  @Inject private Database database;
  @Inject private DeadlineRows rows;
  @Inject private ServiceLevels serviceLevels;
  @Inject private Event<DomainEvent> events;

  /** Sets all three times. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void set(SetReminders command) {
    ReminderTimes after =
        new ReminderTimes(
            time("before", command.before(), command.beforeUnit()),
            time("head", command.head(), command.headUnit()),
            time("cxOwner", command.cxOwner(), command.cxOwnerUnit()));
    WorkingCalendar calendar = serviceLevels.policies().current().calendar(CalendarKey.SWEDEN);
    if (after.cxOwner().on(calendar).compareTo(after.head().on(calendar)) < 0) {
      throw BusinessException.ofField("cxOwner", "reminders.order");
    }
    ReminderTimes before = rows.times();
    keep(0, after.before());
    keep(2, after.head());
    keep(3, after.cxOwner());
    events.fire(new RemindersSet(before, after));
  }

  private void keep(int level, Allowance time) {
    database.write(
        h ->
            h.createUpdate(
                    "update reminder_times set amount = :amount, unit = :unit where level = :level")
                .bind("level", level)
                .bind("amount", time.amount())
                .bind("unit", time.unit().name())
                .execute());
  }

  private static Allowance time(String field, int amount, AllowanceUnit unit) {
    if (amount < 1 || amount > MOST) {
      throw BusinessException.ofField(field, "reminders.range", MOST);
    }
    return new Allowance(amount, unit);
  }
}
