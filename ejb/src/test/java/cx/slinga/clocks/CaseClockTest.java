package cx.slinga.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.Case;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What follows from the segments of a clock: examples, and rules that hold for any pauses, policy
 * changes and calendars. A failure names the seed; the same seed makes the same clock.
 */
class CaseClockTest {
  private static final int CASES = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void thePartsAddUpToTheWorkingTimeBetweenStartAndStop(long seed) {
    for (int i = 0; i < CASES; i++) {
      Some some = new Some(seed * 1_000 + i, false);
      Duration parts =
          some.clock.parts(some.policies, some.calendar, some.end).stream()
              .map(CaseClock.Part::working)
              .reduce(Duration.ZERO, Duration::plus);
      WorkingCalendar calendar = some.policies.current().calendar(some.calendar);
      assertEquals(calendar.between(some.clock.startedAt(), some.end), parts, "seed " + some.seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void thePartsFollowEachOtherWithoutAGapUnderAnyHours(long seed) {
    for (int i = 0; i < CASES; i++) {
      Some some = new Some(seed * 1_000 + i, true);
      List<CaseClock.Part> parts = some.clock.parts(some.policies, some.calendar, some.end);
      Duration working = Duration.ZERO;
      Instant reached = some.clock.startedAt();
      for (CaseClock.Part part : parts) {
        assertEquals(reached, part.segment().from(), "seed " + some.seed);
        assertFalse(part.working().isNegative(), "seed " + some.seed);
        working =
            working.plus(
                some.policies
                    .version(part.segment().policyVersion())
                    .calendar(some.calendar)
                    .between(reached, part.to()));
        reached = part.to();
      }
      assertEquals(some.end, reached, "seed " + some.seed);
      assertEquals(
          working,
          parts.stream().map(CaseClock.Part::working).reduce(Duration.ZERO, Duration::plus),
          "seed " + some.seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void whatRunsToItsDueTimeHasUsedItsAllowanceExactly(long seed) {
    int reached = 0;
    for (int i = 0; i < CASES; i++) {
      Some some = new Some(seed * 1_000 + i, true);
      ClockSegment last = some.clock.last();
      Instant due = some.clock.due(some.policies, some.calendar);
      if (last.state() == SegmentState.RUNNING && due.isAfter(last.from())) {
        reached++;
        assertEquals(
            some.policies
                .version(last.policyVersion())
                .allowed(last.severity(), some.clock.kind(), some.calendar),
            some.clock.used(some.policies, some.calendar, due),
            "seed " + some.seed);
      }
    }
    assertTrue(reached > CASES / 10, "only " + reached + " were not late");
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void aPauseNeverMakesADueTimeEarlier(long seed) {
    for (int i = 0; i < CASES; i++) {
      Some some = new Some(seed * 1_000 + i, false);
      ClockSegment last = some.clock.last();
      if (last.state() != SegmentState.RUNNING) {
        continue;
      }
      Instant before = some.clock.due(some.policies, some.calendar);
      List<ClockSegment> more = new ArrayList<>(some.clock.segments());
      more.add(some.segment(SegmentState.PAUSED, some.end, last.policyVersion(), last.severity()));
      more.add(
          some.segment(
              SegmentState.RUNNING,
              some.end.plus(Duration.ofHours(some.random.nextInt(900))),
              last.policyVersion(),
              last.severity()));
      CaseClock paused = new CaseClock(some.clock.kind(), more);
      assertFalse(paused.due(some.policies, some.calendar).isBefore(before), "seed " + some.seed);
    }
  }

  @Test
  void aCaseOpenedOnAHolidayStartsWithTheNextWorkingDay() {
    Instant nationalDay = Instant.parse("2018-06-06T10:00:00Z");
    Case opened = TestPolicies.opened(nationalDay, Severity.CRITICAL);
    assertEquals(Instant.parse("2018-06-07T10:00:00Z"), opened.nextDueAt());
  }

  @Test
  void aWeekendWithTheChangeToSummerTimeTakesNothingAway() {
    // Friday 16:00 in Sweden, two days before the clocks go forward
    Case opened = TestPolicies.opened(Instant.parse("2026-03-27T15:00:00Z"), Severity.CRITICAL);
    assertEquals(Instant.parse("2026-03-30T09:00:00Z"), opened.nextDueAt());
  }

  @Test
  void whereWorkNeverRestsTheHourOfTheChangeDoesNotExist() {
    ClockSegment segment =
        new ClockSegment(
            ClockKind.CONTACT,
            SegmentState.RUNNING,
            Instant.parse("2026-03-28T23:00:00Z"),
            1,
            Severity.CRITICAL,
            SegmentReason.OPENED,
            null,
            null);
    assertEquals(
        Instant.parse("2026-03-29T03:00:00Z"),
        new CaseClock(ClockKind.CONTACT, List.of(segment))
            .due(TestPolicies.USUAL, CalendarKey.ALWAYS_OPEN));
  }

  /** A clock with a life made from a seed. */
  private static final class Some {
    final long seed;
    final SplittableRandom random;
    final CalendarKey calendar;
    final ServicePolicies policies;
    final CaseClock clock;
    final Instant end;

    /**
     * @param otherHours whether the versions of the policy may differ in their opening hours
     */
    Some(long seed, boolean otherHours) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.calendar = CalendarKey.values()[random.nextInt(CalendarKey.values().length)];
      int versions = 1 + random.nextInt(4);
      List<ServicePolicy> all = new ArrayList<>();
      Map<CalendarKey, WorkingCalendar> calendars = calendars();
      for (int version = 1; version <= versions; version++) {
        if (otherHours) {
          calendars = calendars();
        }
        all.add(new ServicePolicy(version, allowances(), calendars));
      }
      this.policies = new ServicePolicies(all);
      // around both changes of summer time, Easter, Whitsun and Christmas
      Instant at =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
      int version = 1;
      Severity severity = severity();
      List<ClockSegment> segments = new ArrayList<>();
      segments.add(segment(SegmentState.RUNNING, at, version, severity));
      boolean paused = false;
      for (int i = random.nextInt(12); i > 0; i--) {
        at = at.plusSeconds(random.nextInt(random.nextBoolean() ? 7_200 : 5 * 86_400));
        version = Math.min(versions, version + random.nextInt(2));
        severity = random.nextInt(4) == 0 ? severity() : severity;
        paused = !paused && random.nextBoolean();
        segments.add(
            segment(paused ? SegmentState.PAUSED : SegmentState.RUNNING, at, version, severity));
      }
      at = at.plusSeconds(random.nextInt(20 * 86_400));
      this.end = at;
      if (random.nextInt(3) == 0) {
        segments.add(segment(SegmentState.STOPPED, at, version, severity));
      }
      this.clock = new CaseClock(ClockKind.RESOLUTION, segments);
    }

    ClockSegment segment(SegmentState state, Instant from, int version, Severity severity) {
      return new ClockSegment(
          ClockKind.RESOLUTION,
          state,
          from,
          version,
          severity,
          state == SegmentState.PAUSED ? SegmentReason.CUSTOMER : SegmentReason.RESUMED,
          null,
          null);
    }

    private Severity severity() {
      return Severity.values()[random.nextInt(Severity.values().length)];
    }

    private Map<ServiceLevels.Key, Allowance> allowances() {
      Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>();
      for (Severity severity : Severity.values()) {
        for (ClockKind kind : ClockKind.values()) {
          allowances.put(
              new ServiceLevels.Key(severity, kind),
              random.nextBoolean()
                  ? Allowance.workingHours(1 + random.nextInt(200))
                  : Allowance.workingDays(1 + random.nextInt(40)));
        }
      }
      return allowances;
    }

    private Map<CalendarKey, WorkingCalendar> calendars() {
      Map<CalendarKey, WorkingCalendar> calendars = new EnumMap<>(CalendarKey.class);
      for (CalendarKey key : CalendarKey.values()) {
        calendars.put(
            key,
            random.nextInt(3) == 0 ? WorkingCalendars.of(key) : WorkingCalendars.of(key, week()));
      }
      return calendars;
    }

    /** One to seven days of one to three blocks, also through the night of a change. */
    private Map<DayOfWeek, List<TimeBlock>> week() {
      Map<DayOfWeek, List<TimeBlock>> week = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day == DayOfWeek.WEDNESDAY || random.nextInt(4) != 0) {
          week.put(day, blocks());
        }
      }
      return week;
    }

    private List<TimeBlock> blocks() {
      int[] quarters =
          random.ints(0, 96).distinct().limit(2L * (1 + random.nextInt(3))).sorted().toArray();
      List<TimeBlock> blocks = new ArrayList<>();
      for (int i = 0; i < quarters.length; i += 2) {
        blocks.add(new TimeBlock(quarter(quarters[i]), quarter(quarters[i + 1])));
      }
      assertEquals(blocks.size() * 2, Arrays.stream(quarters).distinct().count());
      return blocks;
    }

    private static LocalTime quarter(int of) {
      return LocalTime.of(of / 4, of % 4 * 15);
    }
  }
}
