/**
 * Working time: opening hours, public holidays and the arithmetic of due dates.
 *
 * <p>Everything here is a pure function of its arguments: no clock, no database, no session. A
 * {@link cx.slinga.calendar.WorkingCalendar} turns each year once into a table of openings with
 * their running total; after that adding or measuring working time is a binary search, whatever the
 * distance. Working time is counted in elapsed time, so a block that spans a change of summer time
 * is an hour shorter or longer, as the people in it experience it.
 *
 * <p>Invariant: {@code between(start, add(start, d))} is {@code d}.
 */
@NullMarked
package cx.slinga.calendar;

import org.jspecify.annotations.NullMarked;
