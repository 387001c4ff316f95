package cx.slinga.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The calendars that come with the product. Departments and policies name one of them. */
public enum CalendarKey {
  /** Monday to Friday 08–17, Swedish holidays. */
  SWEDEN(ZoneId.of("Europe/Stockholm")),
  /** Monday to Friday 08–17, Danish holidays. */
  DENMARK(ZoneId.of("Europe/Copenhagen")),
  /** Monday to Friday 08–17, Norwegian holidays. */
  NORWAY(ZoneId.of("Europe/Oslo")),
  /** Every day around the clock. */
  ALWAYS_OPEN(ZoneOffset.UTC);

  private final ZoneId zone;

  CalendarKey(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone unless a department has its own. */
  public ZoneId zone() {
    return zone;
  }
}
