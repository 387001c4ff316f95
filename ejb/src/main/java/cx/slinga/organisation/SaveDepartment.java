package cx.slinga.organisation;

import cx.slinga.calendar.CalendarKey;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is to be.
 *
 * @param parent key of the department that it belongs to, if to any
 * @param calendar whose working hours its clocks count
 * @param open whether it takes new work
 * @param projects how many improvement projects it runs at most, 1 to {@link #PROJECTS_MAX}; null
 *     leaves it as it is, and is 3 for a new one
 */
public record SaveDepartment(
    String name,
    @Nullable String parent,
    CalendarKey calendar,
    boolean open,
    @Nullable Integer projects) {
  /** More than these are not a few. */
  public static final int PROJECTS_MAX = 20;

  /** One that runs as many projects as before. */
  public SaveDepartment(String name, @Nullable String parent, CalendarKey calendar, boolean open) {
    this(name, parent, calendar, open, null);
  }
}
