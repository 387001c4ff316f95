package cx.slinga.calendar;

import java.time.Duration;

/**
 * How long something may take, as a service level promises it: four working hours, ten working
 * days.
 *
 * @param amount more than none
 * @param unit hours or days of work
 */
public record Allowance(int amount, AllowanceUnit unit) {

  public Allowance {
    if (amount <= 0) {
      throw new IllegalArgumentException("An allowance must be positive: " + amount);
    }
  }

  public static Allowance workingHours(int amount) {
    return new Allowance(amount, AllowanceUnit.WORKING_HOURS);
  }

  public static Allowance workingDays(int amount) {
    return new Allowance(amount, AllowanceUnit.WORKING_DAYS);
  }

  /** The working time it stands for; a working day counts as the calendar's usual day. */
  public Duration on(WorkingCalendar calendar) {
    return switch (unit) {
      case WORKING_HOURS -> Duration.ofHours(amount);
      case WORKING_DAYS -> calendar.standardDay().multipliedBy(amount);
    };
  }
}
