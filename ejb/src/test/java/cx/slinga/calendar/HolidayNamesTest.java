package cx.slinga.calendar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "sv", "da", "no"})
  void everyHolidayOfTheNorthHasAName(String language) {
    Set<String> holidays = new TreeSet<>();
    for (String country : List.of("SE", "DK", "NO")) {
      for (int year = 2020; year <= 2035; year++) {
        holidays.addAll(PublicHolidays.ofCountry(country).of(year).values());
      }
    }
    assertFalse(holidays.isEmpty());
    for (String holiday : holidays) {
      String key = "calendar.holiday." + holiday;
      assertNotEquals(key, Messages.text(Locale.forLanguageTag(language), key, List.of()));
    }
  }
}
