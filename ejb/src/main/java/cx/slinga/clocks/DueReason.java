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
    List<ClockSegment> segments) {

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
   * Another promise in the middle of the run.
   *
   * @param used working time that had counted and stayed used
   */
  public record Change(
      Instant at,
      SegmentReason reason,
      Severity severity,
      int policyVersion,
      @Nullable String by,
      Duration used) {}

  public DueReason {
    closedDays = List.copyOf(closedDays);
    pauses = List.copyOf(pauses);
    changes = List.copyOf(changes);
    segments = List.copyOf(segments);
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
    List<Change> changes = new ArrayList<>();
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
        if (i > 0 && !same(segment, run.get(i - 1))) {
          changes.add(
              new Change(
                  segment.from(),
                  segment.severity() == run.get(i - 1).severity()
                      ? SegmentReason.POLICY_CHANGED
                      : SegmentReason.SEVERITY_CHANGED,
                  segment.severity(),
                  segment.policyVersion(),
                  by,
                  used));
        }
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
        changes,
        clock.segments());
  }

  private static boolean same(ClockSegment a, ClockSegment b) {
    return a.severity() == b.severity() && a.policyVersion() == b.policyVersion();
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
