package cx.slinga.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the calendar for a key; calendars are shared, since each keeps the years it computed. */
public final class WorkingCalendars {

  private static final PublicHolidays SWEDEN = PublicHolidays.ofCountry("SE");
  private static final PublicHolidays DENMARK = PublicHolidays.ofCountry("DK");
  private static final PublicHolidays NORWAY = PublicHolidays.ofCountry("NO");

  private static final Map<Place, WorkingCalendar> SHARED = new ConcurrentHashMap<>();

  private WorkingCalendars() {}

  /** The calendar in its usual time zone. */
  public static WorkingCalendar of(CalendarKey key) {
    return of(key, key.zone());
  }

  /** The calendar with its hours meant in the given time zone. */
  public static WorkingCalendar of(CalendarKey key, ZoneId zone) {
    return SHARED.computeIfAbsent(new Place(key, zone, usual(key)), WorkingCalendars::create);
  }

  /** The calendar's holidays in its usual time zone, with other opening hours. */
  public static WorkingCalendar of(CalendarKey key, Map<DayOfWeek, List<TimeBlock>> week) {
    Map<DayOfWeek, List<TimeBlock>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, blocks) -> copy.put(day, List.copyOf(blocks)));
    return SHARED.computeIfAbsent(
        new Place(key, key.zone(), Map.copyOf(copy)), WorkingCalendars::create);
  }

  private static WorkingCalendar create(Place place) {
    return new WorkingCalendar(
        place.zone(),
        place.week(),
        switch (place.key()) {
          case SWEDEN -> SWEDEN;
          case DENMARK -> DENMARK;
          case NORWAY -> NORWAY;
          case ALWAYS_OPEN -> PublicHolidays.none();
        });
  }

  private static Map<DayOfWeek, List<TimeBlock>> usual(CalendarKey key) {
    return key == CalendarKey.ALWAYS_OPEN
        ? week(DayOfWeek.SUNDAY, List.of(TimeBlock.ALL_DAY))
        : officeHours();
  }

  private static Map<DayOfWeek, List<TimeBlock>> officeHours() {
    return week(DayOfWeek.FRIDAY, List.of(TimeBlock.of("08:00", "17:00")));
  }

  private static Map<DayOfWeek, List<TimeBlock>> week(DayOfWeek last, List<TimeBlock> blocks) {
    Map<DayOfWeek, List<TimeBlock>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(last) <= 0) {
        week.put(day, blocks);
      }
    }
    return week;
  }

  private record Place(CalendarKey key, ZoneId zone, Map<DayOfWeek, List<TimeBlock>> week) {}
}
