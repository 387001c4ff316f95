package cx.slinga.clocks;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be promised from now on. What is not named stays as it is.
 *
 * @param seenVersion the version that the user looked at; null skips the check
 * @param hours every block of a calendar's week where one of it is named; at least one a calendar
 * @param note why it is changed
 */
public record ChangeServiceLevels(
    @Nullable Integer seenVersion,
    List<Promise> promises,
    List<Hours> hours,
    @Nullable String note) {

  /**
   * @param amount of working hours or days, 1 to 999
   */
  public record Promise(Severity severity, ClockKind clock, int amount, AllowanceUnit unit) {}

  /**
   * One block of opening hours.
   *
   * @param weekday 1 is Monday, 7 is Sunday
   * @param from such as 08:00
   * @param to such as 17:00; 24:00 is the end of the day
   */
  public record Hours(CalendarKey calendar, int weekday, String from, String to) {}

  public ChangeServiceLevels {
    promises = List.copyOf(promises);
    hours = List.copyOf(hours);
  }
}
