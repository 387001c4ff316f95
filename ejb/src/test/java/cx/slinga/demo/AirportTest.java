package cx.slinga.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AirportTest {
  private final Airport airport = Airport.read();

  @Test
  void everyTouchpointHasADepartmentAndAPromise() {
    Set<String> departments =
        airport.departments().stream().map(Airport.Department::key).collect(Collectors.toSet());
    for (Airport.Touchpoint touchpoint : airport.journey().touchpoints()) {
      assertTrue(departments.contains(touchpoint.department()), touchpoint.key());
      assertFalse(touchpoint.promise().isBlank(), touchpoint.key());
    }
  }

  @Test
  void everyDepartmentAnswersForSomethingAndHasACalendar() {
    Set<String> responsible =
        airport.journey().touchpoints().stream()
            .map(Airport.Touchpoint::department)
            .collect(Collectors.toSet());
    for (Airport.Department department : airport.departments()) {
      assertTrue(responsible.contains(department.key()), department.key());
      assertEquals(department.calendar(), CalendarKey.valueOf(department.calendar()).name());
    }
  }

  @Test
  void noKeyIsUsedTwice() {
    List<String> keys =
        airport.journey().touchpoints().stream().map(Airport.Touchpoint::key).toList();
    assertEquals(keys.size(), new HashSet<>(keys).size());
    assertEquals(20, keys.size());
  }

  @Test
  void theJourneyRunsFromBeforeTheAirportToLeavingIt() {
    assertEquals(
        List.of("before", "arriving", "security", "terminal", "boarding", "leaving"),
        airport.journey().stages().stream().map(Airport.Stage::key).toList());
  }
}
