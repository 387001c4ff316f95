package cx.slinga.clocks;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import java.time.Duration;
import java.util.Map;

/**
 * One version of what is promised: how much working time for which clock of which severity, and
 * when work is done. Never changes; a change makes the next version.
 *
 * @param version counted from 1
 */
public record ServicePolicy(
    int version,
    Map<ServiceLevels.Key, Allowance> allowances,
    Map<CalendarKey, WorkingCalendar> calendars) {

  public ServicePolicy {
    allowances = Map.copyOf(allowances);
    calendars = Map.copyOf(calendars);
    for (Severity severity : Severity.values()) {
      for (ClockKind clock : ClockKind.values()) {
        if (!allowances.containsKey(new ServiceLevels.Key(severity, clock))) {
          throw new IllegalArgumentException("no service level for " + severity + " " + clock);
        }
      }
    }
  }

  /** What is promised. */
  public Allowance allowance(Severity severity, ClockKind clock) {
    Allowance allowance = allowances.get(new ServiceLevels.Key(severity, clock));
    if (allowance == null) {
      throw new IllegalStateException("no service level for " + severity + " " + clock);
    }
    return allowance;
  }

  /** When work is done. */
  public WorkingCalendar calendar(CalendarKey key) {
    WorkingCalendar calendar = calendars.get(key);
    if (calendar == null) {
      throw new IllegalStateException("no working hours for " + key);
    }
    return calendar;
  }

  /** What is promised, in working time. */
  public Duration allowed(Severity severity, ClockKind clock, CalendarKey key) {
    return allowance(severity, clock).on(calendar(key));
  }
}
