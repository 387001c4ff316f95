package cx.slinga.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of lateness when another promise is made: only a longer one takes any of it away. A
 * failure names the seed; the same seed makes the same clock.
 */
class LateClockTest {
  private static final int CLOCKS = 400;

  /** Monday 08:00 in Sweden. */
  private static final Instant MONDAY = Instant.parse("2026-11-16T07:00:00Z");

  private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T16:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2026-11-22T03:41:00Z");

  @Test
  void whatWasPromisedLongerForAWhileIsLateAsLongAsItWasWhenThePromiseIsBack() {
    ServicePolicies policies = days(5, 30, 5);
    List<ClockSegment> segments = new ArrayList<>(List.of(running(MONDAY, 1)));
    assertEquals(FRIDAY_EVENING, due(segments, policies));
    segments.add(running(SUNDAY.minusSeconds(600), 2));
    assertTrue(due(segments, policies).isAfter(SUNDAY));
    segments.add(running(SUNDAY, 3));
    assertEquals(FRIDAY_EVENING, due(segments, policies));
    assertEquals(List.of(FRIDAY_EVENING), late(segments, policies, SUNDAY));
  }

  @Test
  void aLongerPromiseThatIsUsedUpTooIsLateSinceItWas() {
    ServicePolicies policies = days(5, 10);
    Instant threeWeeksOn = MONDAY.plus(Duration.ofDays(21));
    assertEquals(
        FRIDAY_EVENING.plus(Duration.ofDays(7)),
        due(List.of(running(MONDAY, 1), running(threeWeeksOn, 2)), policies));
  }

  @Test
  void whatWasInTimeIsDueAtOnceUnderAPromiseThatIsUsedUp() {
    ServicePolicies policies = days(5, 1);
    Instant wednesday = MONDAY.plus(Duration.ofDays(2));
    List<ClockSegment> segments = List.of(running(MONDAY, 1), running(wednesday, 2));
    assertEquals(wednesday, due(segments, policies));
    assertEquals(List.of(wednesday), late(segments, policies, SUNDAY));
  }

  @Test
  void whatBecameLateTwiceSaysBoth() {
    ServicePolicies policies = days(2, 5);
    List<ClockSegment> segments =
        List.of(running(MONDAY, 1), running(MONDAY.plus(Duration.ofDays(3)), 2));
    assertEquals(
        List.of(MONDAY.plus(Duration.ofHours(33)), FRIDAY_EVENING),
        late(segments, policies, SUNDAY));
  }

  @Test
  void whatStoppedInTimeWasNeverLate() {
    List<ClockSegment> segments =
        List.of(
            running(MONDAY, 1),
            new ClockSegment(
                ClockKind.RESOLUTION,
                SegmentState.STOPPED,
                FRIDAY_EVENING,
                1,
                Severity.NORMAL,
                SegmentReason.RESOLVED,
                null,
                null));
    assertEquals(List.of(), late(segments, days(5), SUNDAY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aChangeThatDoesNotLengthenThePromiseTakesNoLatenessAway(long seed) {
    int seen = 0;
    for (int i = 0; i < CLOCKS; i++) {
      Some some = new Some(seed * 1_000 + i);
      Instant before = due(some.segments, some.policies());
      if (before.isAfter(some.now)) {
        continue;
      }
      seen++;
      int promised = some.promised();
      some.change(some.random.nextBoolean() ? promised : 1 + some.random.nextInt(promised));
      assertFalse(due(some.segments, some.policies()).isAfter(before), "seed " + some.seed);
    }
    assertTrue(seen > CLOCKS / 10, "only " + seen + " were late");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void changesThatLeadBackToThePromiseTakeNoLatenessAway(long seed) {
    int seen = 0;
    for (int i = 0; i < CLOCKS; i++) {
      Some some = new Some(seed * 1_000 + i);
      Instant before = due(some.segments, some.policies());
      if (before.isAfter(some.now)) {
        continue;
      }
      seen++;
      int promised = some.promised();
      for (int change = some.random.nextInt(4); change >= 0; change--) {
        some.change(1 + some.random.nextInt(400));
        some.now = some.now.plusSeconds(some.random.nextInt(3 * 86_400));
      }
      some.change(promised);
      assertFalse(due(some.segments, some.policies()).isAfter(before), "seed " + some.seed);
    }
    assertTrue(seen > CLOCKS / 10, "only " + seen + " were late");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void nobodyIsLateBeforeAPromiseWasBroken(long seed) {
    for (int i = 0; i < CLOCKS; i++) {
      Some some = new Some(seed * 1_000 + i);
      Instant due = due(some.segments, some.policies());
      List<Instant> late = late(some.segments, some.policies(), some.now);
      if (due.isBefore(some.now)) {
        assertFalse(due.isBefore(late.get(0)), "seed " + some.seed);
      }
      for (Instant since : late) {
        assertFalse(since.isBefore(some.segments.get(0).from()), "seed " + some.seed);
        assertTrue(since.isBefore(some.now), "seed " + some.seed);
      }
    }
  }

  private static Instant due(List<ClockSegment> segments, ServicePolicies policies) {
    return new CaseClock(ClockKind.RESOLUTION, segments).due(policies, CalendarKey.SWEDEN);
  }

  private static List<Instant> late(
      List<ClockSegment> segments, ServicePolicies policies, Instant until) {
    return new CaseClock(ClockKind.RESOLUTION, segments)
        .becameLate(policies, CalendarKey.SWEDEN, until);
  }

  private static ClockSegment running(Instant from, int version) {
    return new ClockSegment(
        ClockKind.RESOLUTION,
        SegmentState.RUNNING,
        from,
        version,
        Severity.NORMAL,
        version == 1 ? SegmentReason.OPENED : SegmentReason.POLICY_CHANGED,
        null,
        null);
  }

  /** Versions that promise so many working days. */
  private static ServicePolicies days(int... promises) {
    List<ServicePolicy> all = new ArrayList<>();
    for (int days : promises) {
      all.add(policy(all.size() + 1, Allowance.workingDays(days)));
    }
    return new ServicePolicies(all);
  }

  private static ServicePolicy policy(int version, Allowance allowance) {
    Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>();
    for (Severity severity : Severity.values()) {
      for (ClockKind kind : ClockKind.values()) {
        allowances.put(new ServiceLevels.Key(severity, kind), allowance);
      }
    }
    Map<CalendarKey, WorkingCalendar> calendars = new EnumMap<>(CalendarKey.class);
    for (CalendarKey key : CalendarKey.values()) {
      calendars.put(key, WorkingCalendars.of(key));
    }
    return new ServicePolicy(version, allowances, calendars);
  }

  /** A running clock with pauses and other promises behind it, in working hours. */
  private static final class Some {
    final long seed;
    final SplittableRandom random;
    final List<Integer> promises = new ArrayList<>();
    final List<ClockSegment> segments = new ArrayList<>();
    Instant now;

    Some(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      promises.add(1 + random.nextInt(100));
      now = Instant.parse("2026-01-02T00:00:00Z").plusSeconds(random.nextInt(365 * 86_400));
      segments.add(running(now, 1));
      for (int i = random.nextInt(6); i > 0; i--) {
        later();
        if (random.nextBoolean()) {
          change(1 + random.nextInt(100));
        } else {
          segments.add(
              new ClockSegment(
                  ClockKind.RESOLUTION,
                  SegmentState.PAUSED,
                  now,
                  promises.size(),
                  Severity.NORMAL,
                  SegmentReason.CUSTOMER,
                  null,
                  null));
          later();
          segments.add(running(now, promises.size()));
        }
      }
      later();
    }

    void later() {
      now = now.plusSeconds(1 + random.nextInt(10 * 86_400));
    }

    void change(int hours) {
      promises.add(hours);
      segments.add(running(now, promises.size()));
      now = now.plusSeconds(1);
    }

    int promised() {
      return promises.get(promises.size() - 1);
    }

    ServicePolicies policies() {
      List<ServicePolicy> all = new ArrayList<>();
      for (int hours : promises) {
        all.add(policy(all.size() + 1, Allowance.workingHours(hours)));
      }
      return new ServicePolicies(all);
    }
  }
}
