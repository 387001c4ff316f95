package cx.slinga.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.feedback.SurveyMapping;
import cx.slinga.feedback.SurveyMappingReader;
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

  @Test
  void everyTouchpointThatASurveyNamesExists() {
    Set<String> touchpoints =
        airport.journey().touchpoints().stream()
            .map(Airport.Touchpoint::key)
            .collect(Collectors.toSet());
    for (Airport.Survey survey : airport.surveys()) {
      SurveyMapping mapping = SurveyMappingReader.read(Airport.text(survey.mapping()));
      mapping
          .items()
          .forEach(item -> assertTrue(touchpoints.contains(item.touchpoint()), item.touchpoint()));
      List<DemoStructure.Code> codes = DemoStructure.codes(survey);
      codes.forEach(
          code ->
              assertTrue(
                  code.touchpoint() == null || touchpoints.contains(code.touchpoint()),
                  code.toString()));
    }
  }

  @Test
  void commentsOf2018AreDecodedAndLeadToTouchpoints() {
    Airport.Survey survey =
        airport.surveys().stream().filter(s -> s.key().equals("sfo-2018")).findFirst().get();
    DemoStructure.Code lines =
        DemoStructure.codes(survey).stream()
            .filter(code -> code.key().equals("Q8:202"))
            .findFirst()
            .get();
    assertEquals("security-check", lines.touchpoint());
    assertTrue(lines.label().startsWith("Security area was not efficient"), lines.label());
  }

  @Test
  void everyTouchpointIsRatedByThePassengersOf2018() {
    Set<String> rated =
        SurveyMappingReader.read(Airport.text("sfo-2018.mapping.json")).items().stream()
            .map(SurveyMapping.Item::touchpoint)
            .collect(Collectors.toSet());
    assertEquals(
        rated,
        airport.journey().touchpoints().stream()
            .map(Airport.Touchpoint::key)
            .collect(Collectors.toSet()));
  }
}
