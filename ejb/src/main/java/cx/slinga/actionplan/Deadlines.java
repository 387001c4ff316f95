package cx.slinga.actionplan;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;

/**
 * On which days something can be due: on those on which somebody works, as the hours are set now.
 */
@ApplicationScoped
class Deadlines {
  private static final int FAR = 60;

  @Inject private ServiceLevels serviceLevels;

  /** Refuses a day on which nobody works, and names the next one on which somebody does. */
  void check(LocalDate day, CalendarKey key) {
    WorkingCalendar calendar = serviceLevels.policies().current().calendar(key);
    if (isOpen(calendar, day)) {
      return;
    }
    LocalDate nearest = day;
    for (int i = 0; i < FAR && !isOpen(calendar, nearest); i++) {
      nearest = nearest.plusDays(1);
    }
    String why =
        calendar.week().containsKey(day.getDayOfWeek())
            ? "action.deadline-holiday." + key
            : "action.deadline-weekend";
    throw BusinessException.ofField("deadline", why, asDate(nearest));
  }

  /** Refuses a day on which nobody works in any of the calendars; none at all refuse nothing. */
  void checkAny(LocalDate day, Set<CalendarKey> keys) {
    ServicePolicy now = serviceLevels.policies().current();
    if (keys.stream().noneMatch(key -> isOpen(now.calendar(key), day))) {
      keys.stream().sorted().findFirst().ifPresent(key -> check(day, key));
    }
  }

  static boolean isOpen(WorkingCalendar calendar, LocalDate day) {
    return calendar.week().containsKey(day.getDayOfWeek())
        && calendar.closedDays(day, day).isEmpty();
  }

  /** As the message formats want it, which know no other days. */
  @SuppressWarnings("JavaUtilDate")
  private static Date asDate(LocalDate day) {
    return Date.from(day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant());
  }
}
