package cx.slinga.cases;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Why a clock is due when it is, so that it can be said in words.
 *
 * @param allowance what the service level promises today
 * @param from when the clock started: the opening of the case, or its last reopening
 * @param closedDays holidays from start to due that close a working day, in order
 * @param byPolicy whether start and allowance give this due time; not when the service level was
 *     another one when the clock started
 */
public record DueReason(
    ClockKind clock,
    Allowance allowance,
    Instant from,
    Instant due,
    List<ClosedDay> closedDays,
    boolean byPolicy) {

  /** What the database keeps of a time. */
  private static final Duration PRECISION = Duration.ofMillis(1);

  public DueReason {
    closedDays = List.copyOf(closedDays);
  }

  static DueReason of(
      ClockKind clock, Allowance allowance, CalendarKey key, Instant from, Instant due) {
    WorkingCalendar calendar = WorkingCalendars.of(key);
    Instant computed = calendar.add(from, allowance.on(calendar));
    return new DueReason(
        clock,
        allowance,
        from,
        due,
        calendar.closedDays(
            from.atZone(calendar.zone()).toLocalDate(), due.atZone(calendar.zone()).toLocalDate()),
        Duration.between(computed, due).abs().compareTo(PRECISION) < 0);
  }
}
