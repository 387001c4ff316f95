package cx.slinga.clocks;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock is due when it is, so that it can be said in words and drawn. Only the run that
 * counts is told: since the opening, or since the last reopening.
 *
 * @param allowance what is promised under the last severity and service level
 * @param from when the run began
 * @param anew whether a reopening began it
 * @param firstDue when it was due before anything changed
 * @param due when it is due; while paused, when it would be if it had run on
 * @param stoppedAt null while it runs or waits
 * @param used working time that counted until the moment of the question
 * @param hours the calendar under the last service level
 * @param closedDays holidays from beginning to due that close a working day, in order
 * @param promised what was promised when the run began
 * @param becameLate the moments at which it became late, those of earlier runs too
 */
public record DueReason(
    ClockKind clock,
    SegmentState state,
    Severity severity,
    Allowance allowance,
    int policyVersion,
    Instant from,
    boolean anew,
    Instant firstDue,
    Instant due,
    @Nullable Instant stoppedAt,
    Duration used,
    WorkingCalendar hours,
    List<ClosedDay> closedDays,
    List<Pause> pauses,
    List<Change> changes,
    List<ClockSegment> segments,
    Promise promised,
    List<Instant> becameLate) {

  /** Versions that follow each other so closely are told as one. */
  private static final Duration TRIES = Duration.ofHours(1);

  /**
   * What is promised under one severity and one service level.
   *
   * @param closedDays holidays until it is due by this promise that close a working day, in order
   */
  public record Promise(
      Allowance allowance,
      Severity severity,
      int policyVersion,
      WorkingCalendar hours,
      List<ClosedDay> closedDays) {

    public Promise {
      closedDays = List.copyOf(closedDays);
    }
  }

  /**
   * A time during which it did not count.
   *
   * @param to null while it lasts
   * @param working working time that fell into it so far
   * @param by name of who paused it; null where nobody did, as between resolving and reopening
   */
  public record Pause(
      Instant from,
      @Nullable Instant to,
      SegmentReason reason,
      @Nullable String note,
      @Nullable String by,
      Duration working) {}

  /**
   * Another promise in the middle of the run that moved the due time, or another severity.
   *
   * @param used working time that had counted and stayed used
   * @param promise what is promised since
   * @param otherHours whether work is done at other hours since
   * @param due when it was due by that
   */
  public record Change(
      Instant at,
      SegmentReason reason,
      Severity severity,
      int policyVersion,
      @Nullable String by,
      Duration used,
      Promise promise,
      boolean otherHours,
      Instant due) {}

  public DueReason {
    closedDays = List.copyOf(closedDays);
    pauses = List.copyOf(pauses);
    changes = List.copyOf(changes);
    segments = List.copyOf(segments);
    becameLate = List.copyOf(becameLate);
  }

  /**
   * @param now the moment of the question
   * @param names of the people in the segments
   */
  public static DueReason of(
      CaseClock clock,
      ServicePolicies policies,
      CalendarKey key,
      Instant now,
      Map<UUID, String> names) {
    List<ClockSegment> run = clock.run();
    ClockSegment first = run.get(0);
    ClockSegment last = clock.last();
    ServicePolicy policy = policies.version(last.policyVersion());
    WorkingCalendar hours = policy.calendar(key);
    Instant due = clock.due(policies, key);
    List<Pause> pauses = new ArrayList<>();
    Duration used = Duration.ZERO;
    for (int i = 0; i < run.size(); i++) {
      ClockSegment segment = run.get(i);
      Instant end = i + 1 < run.size() ? run.get(i + 1).from() : null;
      Duration working =
          policies
              .version(segment.policyVersion())
              .calendar(key)
              .between(segment.from(), latest(segment.from(), end == null ? now : end));
      boolean stopped = segment.state() == SegmentState.STOPPED;
      String by = segment.personId() == null ? null : names.get(segment.personId());
      if (segment.state() == SegmentState.PAUSED || stopped && end != null) {
        pauses.add(new Pause(segment.from(), end, segment.reason(), segment.note(), by, working));
      } else if (!stopped) {
        used = used.plus(working);
      }
    }
    return new DueReason(
        clock.kind(),
        clock.state(),
        last.severity(),
        policy.allowance(last.severity(), clock.kind()),
        last.policyVersion(),
        first.from(),
        first.reason() == SegmentReason.REOPENED,
        new CaseClock(clock.kind(), List.of(first)).due(policies, key),
        due,
        clock.stoppedAt(),
        used,
        hours,
        hours.closedDays(
            first.from().atZone(hours.zone()).toLocalDate(),
            due.atZone(hours.zone()).toLocalDate()),
        pauses,
        changes(clock, policies, key, names),
        clock.segments(),
        promise(List.of(first), clock.kind(), policies, key),
        clock.becameLate(policies, key, now));
  }

  private static List<Change> changes(
      CaseClock clock, ServicePolicies policies, CalendarKey key, Map<UUID, String> names) {
    List<ClockSegment> run = clock.run();
    List<Change> changes = new ArrayList<>();
    WorkingCalendar hours = policies.version(run.get(0).policyVersion()).calendar(key);
    int told = 0; // the segment before the changes that are told as one
    for (int i = 1; i < run.size(); i++) {
      ClockSegment segment = run.get(i);
      if (segment.state() != SegmentState.RUNNING || same(segment, run.get(i - 1))) {
        told = i;
        continue;
      }
      if (tries(run, i, policies, key)) {
        continue;
      }
      ClockSegment before = run.get(told);
      List<ClockSegment> until = run.subList(0, i + 1);
      CaseClock then = new CaseClock(clock.kind(), until);
      Instant due = then.due(policies, key);
      boolean graver = segment.severity() != before.severity();
      if (graver || !due.equals(dueOf(clock.kind(), run.subList(0, told + 1), policies, key))) {
        Promise promise = promise(until, clock.kind(), policies, key);
        changes.add(
            new Change(
                segment.from(),
                graver ? SegmentReason.SEVERITY_CHANGED : SegmentReason.POLICY_CHANGED,
                segment.severity(),
                segment.policyVersion(),
                segment.personId() == null ? null : names.get(segment.personId()),
                then.used(policies, key, segment.from()),
                promise,
                !promise.hours().week().equals(hours.week()),
                due));
        hours = promise.hours();
      }
      told = i;
    }
    return changes;
  }

  /** Whether another version followed so soon that this one was but tried. */
  private static boolean tries(
      List<ClockSegment> run, int i, ServicePolicies policies, CalendarKey key) {
    if (i + 1 == run.size()) {
      return false;
    }
    ClockSegment one = run.get(i);
    ClockSegment next = run.get(i + 1);
    return next.state() == SegmentState.RUNNING
        && next.policyVersion() != one.policyVersion()
        && next.severity() == one.severity()
        && run.get(i - 1).severity() == one.severity()
        && policies
                .version(one.policyVersion())
                .calendar(key)
                .between(one.from(), next.from())
                .compareTo(TRIES)
            < 0;
  }

  private static Instant dueOf(
      ClockKind kind, List<ClockSegment> run, ServicePolicies policies, CalendarKey key) {
    return new CaseClock(kind, run).due(policies, key);
  }

  /** What the last of these promises. */
  private static Promise promise(
      List<ClockSegment> run, ClockKind kind, ServicePolicies policies, CalendarKey key) {
    ClockSegment last = run.get(run.size() - 1);
    ServicePolicy policy = policies.version(last.policyVersion());
    WorkingCalendar hours = policy.calendar(key);
    Instant due = latest(last.from(), dueOf(kind, run, policies, key));
    return new Promise(
        policy.allowance(last.severity(), kind),
        last.severity(),
        last.policyVersion(),
        hours,
        hours.closedDays(
            last.from().atZone(hours.zone()).toLocalDate(),
            due.atZone(hours.zone()).toLocalDate()));
  }

  private static boolean same(ClockSegment a, ClockSegment b) {
    return a.severity() == b.severity() && a.policyVersion() == b.policyVersion();
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
