package cx.slinga.calendar;

import java.time.LocalTime;

/**
 * One stretch of opening hours within a day, from {@code from} (included) to {@code to} (not
 * included).
 *
 * @param from first moment open
 * @param to first moment closed again; midnight here means the end of the day
 */
public record TimeBlock(LocalTime from, LocalTime to) {

  /** Open around the clock. */
  public static final TimeBlock ALL_DAY = new TimeBlock(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public TimeBlock {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("A block must end after it begins: " + from + "-" + to);
    }
  }

  /** A block given as two ISO times, such as {@code "08:00"} and {@code "17:00"}. */
  public static TimeBlock of(String from, String to) {
    return new TimeBlock(
        LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }

  /** Whether some moment lies in both. */
  public boolean overlaps(TimeBlock other) {
    return from.toNanoOfDay() < other.endNanoOfDay() && other.from.toNanoOfDay() < endNanoOfDay();
  }

  /** Length on a day without a change of summer time, in nanoseconds. */
  long nanos() {
    return endNanoOfDay() - from.toNanoOfDay();
  }

  long endNanoOfDay() {
    return to.equals(LocalTime.MIDNIGHT) ? 86_400_000_000_000L : to.toNanoOfDay();
  }
}
