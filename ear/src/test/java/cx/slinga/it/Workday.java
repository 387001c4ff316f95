package cx.slinga.it;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import java.time.Clock;
import java.time.LocalDate;

/** A day on which an action may be due, whenever the tests run. */
public final class Workday {
  private Workday() {}

  /** The first working day in Sweden that is two weeks away or more. */
  public static LocalDate inTwoWeeks() {
    WorkingCalendar calendar = WorkingCalendars.of(CalendarKey.SWEDEN);
    LocalDate day = LocalDate.now(Clock.systemUTC()).plusDays(14);
    while (!calendar.week().containsKey(day.getDayOfWeek())
        || !calendar.closedDays(day, day).isEmpty()) {
      day = day.plusDays(1);
    }
    return day;
  }
}
