package cx.slinga.calendar;

import java.time.LocalDate;

/**
 * A day on which the calendar would be open, were it not a holiday.
 *
 * @param date the day
 * @param holiday which holiday, such as {@code MIDSUMMER_EVE}; its name in the reader's language is
 *     the message {@link #messageKey()}
 */
public record ClosedDay(LocalDate date, String holiday) {

  /** Key of the holiday's name. */
  public String messageKey() {
    return "calendar.holiday." + holiday;
  }
}
