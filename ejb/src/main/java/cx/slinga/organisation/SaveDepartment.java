package cx.slinga.organisation;

import cx.slinga.calendar.CalendarKey;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is to be.
 *
 * @param parent key of the department that it belongs to, if to any
 * @param calendar whose working hours its clocks count
 * @param open whether it takes new work
 */
public record SaveDepartment(
    String name, @Nullable String parent, CalendarKey calendar, boolean open) {}
