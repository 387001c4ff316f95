package cx.slinga.clocks;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the service level as screens and the API show it.
 *
 * @param changedBy name of the person, "system" for the first
 * @param promises by severity and clock, in their order
 * @param hours by calendar, weekday and time
 */
public record ServiceLevelVersion(
    int version,
    Instant changedAt,
    String changedBy,
    @Nullable String note,
    List<Promise> promises,
    List<Hours> hours) {

  /** What is promised for one clock. */
  public record Promise(Severity severity, ClockKind clock, int amount, AllowanceUnit unit) {}

  /**
   * One block of opening hours.
   *
   * @param weekday 1 is Monday, 7 is Sunday
   */
  public record Hours(CalendarKey calendar, int weekday, String from, String to) {}

  public ServiceLevelVersion {
    promises = List.copyOf(promises);
    hours = List.copyOf(hours);
  }
}
