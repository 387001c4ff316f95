package cx.slinga.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.demo.DemoPlan.Opened;
import cx.slinga.demo.DemoPlan.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T09:00:00Z");
  private static final Instant SATURDAY = Instant.parse("2026-11-21T21:00:00Z");

  @Test
  void everyListHasSomethingInIt() {
    List<Opened> cases = cases(WEDNESDAY);
    Map<String, Stage> plan = DemoPlan.of(cases, WEDNESDAY, ZONE);
    for (Stage stage : Stage.values()) {
      assertTrue(count(plan, stage) >= 30, stage + " " + count(plan, stage));
    }
    assertEquals(cases.size(), plan.size());
  }

  @Test
  void aFewAreLateAndAFewFallDueToday() {
    List<Opened> cases = explained(cases(WEDNESDAY));
    Map<String, Stage> plan = DemoPlan.of(cases, WEDNESDAY, ZONE);
    Instant tomorrow = Instant.parse("2026-11-18T23:00:00Z");
    assertEquals(DemoPlan.LATE, due(cases, plan, Instant.MIN, WEDNESDAY));
    assertEquals(DemoPlan.TODAY, due(cases, plan, WEDNESDAY, tomorrow));
  }

  @Test
  void onASaturdayNothingFallsDueAndNoMoreAreLate() {
    List<Opened> cases = explained(cases(SATURDAY));
    Map<String, Stage> plan = DemoPlan.of(cases, SATURDAY, ZONE);
    assertEquals(DemoPlan.LATE, due(cases, plan, Instant.MIN, SATURDAY));
    assertEquals(0, due(cases, plan, SATURDAY, SATURDAY.plus(Duration.ofHours(2))));
  }

  @Test
  void theSameCasesGiveTheSamePlan() {
    List<Opened> cases = cases(WEDNESDAY);
    assertEquals(
        DemoPlan.of(cases, WEDNESDAY, ZONE), DemoPlan.of(cases(WEDNESDAY), WEDNESDAY, ZONE));
  }

  @Test
  void nobodyAnalysesWhatHasNoExplanation() {
    List<Opened> cases = cases(WEDNESDAY);
    Map<String, Stage> plan = DemoPlan.of(cases, WEDNESDAY, ZONE);
    cases.stream()
        .filter(c -> !c.explained())
        .forEach(c -> assertTrue(plan.get(c.number()).compareTo(Stage.CONTACTED) <= 0));
  }

  @Test
  void everyTouchpointHasACauseAndEveryCauseAPlan() {
    FollowUp followUp = FollowUp.read();
    for (Airport.Touchpoint touchpoint : Airport.read().journey().touchpoints()) {
      assertTrue(followUp.behind(List.of(), touchpoint.key()).isPresent(), touchpoint.key());
    }
    for (FollowUp.RootCause cause : followUp.causes()) {
      assertFalse(cause.actions().isEmpty() || cause.whys().isEmpty(), cause.title());
      assertTrue(
          Airport.read().journey().touchpoints().stream()
              .anyMatch(t -> t.key().equals(cause.touchpoint())),
          cause.title());
    }
    followUp
        .notes()
        .values()
        .forEach(notes -> notes.forEach(note -> assertTrue(note.startsWith("Demo: "), note)));
  }

  /** 450 cases over the 16 days before, with normal service levels and some high ones. */
  private static List<Opened> cases(Instant now) {
    WorkingCalendar calendar = WorkingCalendars.of(CalendarKey.SWEDEN);
    List<Opened> cases = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      Instant opened = now.minus(Duration.ofMinutes(i * 16L * 24 * 60 / 450 + 90));
      boolean high = i % 7 == 0;
      cases.add(
          new Opened(
              "SL-2026-%06d".formatted(i),
              opened,
              CalendarKey.SWEDEN,
              calendar.add(opened, Duration.ofHours(high ? 24 : 48)),
              calendar.add(opened, Duration.ofHours(high ? 45 : 90)),
              calendar.add(opened, Duration.ofHours(high ? 95 : 270)),
              i % 29 != 0));
    }
    return cases;
  }

  private static List<Opened> explained(List<Opened> cases) {
    return cases.stream().filter(Opened::explained).toList();
  }

  private static long count(Map<String, Stage> plan, Stage stage) {
    return plan.values().stream().filter(stage::equals).count();
  }

  private static long due(List<Opened> cases, Map<String, Stage> plan, Instant from, Instant to) {
    return cases.stream()
        .filter(c -> plan.get(c.number()).compareTo(Stage.PLANNED) <= 0)
        .map(c -> c.nextDueAt(plan.get(c.number())))
        .filter(due -> !due.isBefore(from) && due.isBefore(to))
        .count();
  }
}
