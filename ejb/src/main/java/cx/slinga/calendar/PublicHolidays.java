package cx.slinga.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The holidays of a country, of a list, or none. Years are computed once and kept; safe for use by
 * many threads.
 */
public final class PublicHolidays {

  private static final PublicHolidays NONE = new PublicHolidays(year -> Map.of());

  private final IntFunction<Map<LocalDate, String>> source;
  private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

  private PublicHolidays(IntFunction<Map<LocalDate, String>> source) {
    this.source = source;
  }

  /** No holiday ever. */
  public static PublicHolidays none() {
    return NONE;
  }

  /**
   * The public holidays of a country, and the eves on which working life there stands still (in
   * Sweden Midsummer, Christmas and New Year's Eve).
   *
   * @param countryCode ISO 3166 code, such as {@code "SE"}
   */
  public static PublicHolidays ofCountry(String countryCode) {
    return new PublicHolidays(year -> fromLibrary(countryCode, year));
  }

  /** Exactly these days, each with the name of its holiday. */
  public static PublicHolidays ofDays(Map<LocalDate, String> days) {
    Map<LocalDate, String> copy = Map.copyOf(days);
    return new PublicHolidays(
        year -> {
          Map<LocalDate, String> ofYear = new TreeMap<>(copy);
          ofYear.keySet().removeIf(date -> date.getYear() != year);
          return ofYear;
        });
  }

  /** The holidays of a year by date, with their names as upper-case keys. */
  public Map<LocalDate, String> of(int year) {
    return years.computeIfAbsent(year, y -> Map.copyOf(source.apply(y)));
  }

  private static Map<LocalDate, String> fromLibrary(String countryCode, int year) {
    // The library finds its parts through the thread's class loader. On a thread that does not
    // belong to the application (a timer, a common pool) that would find nothing.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
    try {
      HolidayManager manager =
          HolidayManager.getInstance(
              ManagerParameters.create(countryCode.toLowerCase(Locale.ROOT)));
      Map<LocalDate, String> days = new TreeMap<>();
      for (Holiday holiday : manager.getHolidays(Year.of(year))) {
        // Two holidays can fall on one day; the first by name is kept, so that the answer is stable
        days.merge(holiday.getDate(), key(holiday), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
      return days;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String key(Holiday holiday) {
    String key = holiday.getPropertiesKey();
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }
}
