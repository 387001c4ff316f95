package cx.slinga.web.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What stands where on the bar of the three clocks. */
class ClockBarTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:24:00Z");
  private static final Instant REACHED = Instant.parse("2018-05-17T08:40:00Z");
  private static final Instant LATE = Instant.parse("2018-05-25T09:20:00Z");

  private final CaseRow acting = SomeCase.row(CaseState.ACTING, REACHED, LATE, null, 3, 2);

  @Test
  void clocksStandInTheOrderOfTheirPromises() {
    List<ClockBar.Mark> marks = bar(acting, 20).marks();
    assertTrue(x(marks.get(0)) < x(marks.get(1)));
    assertTrue(x(marks.get(1)) < x(marks.get(2)));
  }

  @Test
  void whatWasLateIsShownLateAndAsLongAsItWas() {
    List<ClockBar.Mark> marks = bar(acting, 20).marks();
    assertEquals(List.of("ok", "late", "run"), marks.stream().map(ClockBar.Mark::state).toList());
    assertNull(marks.get(0).lateFrom());
    assertNotNull(marks.get(1).lateWidth());
    assertNull(marks.get(2).lateFrom());
  }

  @Test
  void aRunningClockIsLateWhenItsTimeHasPassed() {
    CaseRow untouched = SomeCase.row(CaseState.OPEN, null, null, null, 0, 0);
    assertEquals("late", bar(untouched, 20).marks().get(0).state());
  }

  @Test
  void aClockThatWasLateWhenItWasPausedGetsNoLaterWhileItWaits() {
    CaseRow early = SomeCase.paused(SomeCase.CONTACT_DUE.plus(Duration.ofHours(2)));
    CaseRow later = SomeCase.paused(SomeCase.CONTACT_DUE.plus(Duration.ofHours(50)));
    assertEquals("late", bar(early, 20).marks().get(0).state());
    assertTrue(lateWidth(early) < lateWidth(later), "each as late as it was when it was paused");
  }

  @Test
  void aClockThatHadTimeLeftWhenItWasPausedIsNotLate() {
    CaseRow waits = SomeCase.paused(SomeCase.CONTACT_DUE.minus(Duration.ofHours(2)));
    assertEquals("run", bar(waits, 20).marks().get(0).state());
  }

  private static double lateWidth(CaseRow row) {
    return Double.parseDouble(Objects.requireNonNull(bar(row, 20).marks().get(0).lateWidth()));
  }

  @Test
  void wordsOfNeighboursNeverOverlap() {
    for (int letters : new int[] {10, 26, 36}) {
      List<ClockBar.Mark> marks = bar(acting, letters).marks();
      double width = letters * 6.4;
      double end = Double.NEGATIVE_INFINITY;
      for (ClockBar.Mark mark : marks) {
        double at = Double.parseDouble(mark.textX());
        double left = mark.anchor().equals("end") ? at - width : at;
        assertTrue(left >= end, letters + " letters: " + mark.clock());
        assertTrue(left >= 0 && left + width <= ClockBar.WIDTH + 1, mark.toString());
        end = left + width;
      }
    }
  }

  @Test
  void weekendsAndHolidaysAreShaded() {
    // three weekends, Whit Monday is none in Sweden, National Day on 6 June is one
    assertEquals(7, bar(acting, 20).closed().size());
  }

  @Test
  void namesOfHolidaysAndDaysStandFreeOfEachOther() {
    Instant afterChristmas = Instant.parse("2019-01-07T09:00:00Z");
    CaseRow slow = SomeCase.row(CaseState.RESOLVED, REACHED, LATE, afterChristmas, 0, 0);
    ClockBar bar = bar(slow, 20);
    double last = Double.NEGATIVE_INFINITY;
    for (ClockBar.Shade shade : bar.closed()) {
      if (shade.holidayX() != null) {
        double at = Double.parseDouble(shade.holidayX());
        assertTrue(at - last >= 72, shade.toString());
        last = at;
      }
    }
    assertTrue(last > 0);
    for (ClockBar.Tick tick : bar.ticks()) {
      assertTrue(Double.parseDouble(tick.x()) + 115 <= ClockBar.WIDTH, tick.toString());
    }
  }

  @Test
  void nowIsShownOnlyWhileAClockRuns() {
    assertNotNull(bar(acting, 20).now());
    CaseRow resolved = SomeCase.row(CaseState.RESOLVED, REACHED, LATE, NOW, 3, 0);
    assertNull(bar(resolved, 20).now());
  }

  @Test
  void whatWasSolvedInTimeIsTickedWhereItWasSolved() {
    CaseRow resolved = SomeCase.row(CaseState.RESOLVED, REACHED, LATE, NOW, 3, 0);
    assertTrue(x(bar(resolved, 20).marks().get(2)) < x(bar(acting, 20).marks().get(2)));
  }

  @Test
  void aContactOfTodayIsTickedBeforeNow() {
    Instant soon = SomeCase.OPENED.plus(Duration.ofHours(2));
    CaseRow contacted = SomeCase.row(CaseState.IN_CONTACT, soon, null, null, 0, 0);
    ClockBar bar =
        ClockBar.of(
            contacted, CalendarKey.SWEDEN, soon.plus(Duration.ofHours(1)), kind -> List.of("m"));
    double now = Double.parseDouble(Objects.requireNonNull(bar.now()));
    assertTrue(x(bar.marks().get(0)) < now);
    assertTrue(now < x(bar.marks().get(1)), "what still runs stands at its due time");
  }

  @Test
  void linesOfAQuicklySolvedCaseDoNotCross() {
    Instant first = SomeCase.OPENED.plus(Duration.ofHours(2));
    Instant second = SomeCase.OPENED.plus(Duration.ofHours(30));
    Instant third = SomeCase.OPENED.plus(Duration.ofHours(50));
    for (Instant[] kept :
        new Instant[][] {
          {first, second, third},
          {second, first, third},
          {first, first, first},
          {third, null, second}
        }) {
      CaseRow solved = SomeCase.row(CaseState.RESOLVED, kept[0], kept[1], kept[2], 1, 0);
      List<ClockBar.Mark> marks =
          bar(solved, 20).marks().stream()
              .sorted(Comparator.comparingDouble(ClockBarTest::x))
              .toList();
      for (int i = 1; i < marks.size(); i++) {
        assertTrue(flag(marks.get(i - 1)) <= flag(marks.get(i)), marks.toString());
      }
    }
  }

  /** Where the line begins, at the words. */
  private static double flag(ClockBar.Mark mark) {
    return Double.parseDouble(mark.flag().substring(1, mark.flag().indexOf(' ')));
  }

  private static ClockBar bar(CaseRow row, int letters) {
    return ClockBar.of(row, CalendarKey.SWEDEN, NOW, kind -> List.of("m".repeat(letters)));
  }

  private static double x(ClockBar.Mark mark) {
    return Double.parseDouble(mark.x());
  }
}
