package cx.slinga.clocks;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case: what it did so far. Everything else about it (used time, due time, lateness)
 * is computed from that, the service levels and the calendar; nothing is kept. A case that was
 * reopened begins a new run, and only the last run counts.
 *
 * <p>Invariant: the working time of the parts of a run adds up to the working time between its
 * beginning and its end.
 *
 * @param segments in the order of time, at least one; the first of them begins a run
 */
public record CaseClock(ClockKind kind, List<ClockSegment> segments) {

  /**
   * A stretch of a run.
   *
   * @param to when it ended, or the moment until which it was asked for
   * @param working working time within, whether it counted or not
   */
  public record Part(ClockSegment segment, Instant to, Duration working) {
    /** Whether its working time counts. */
    public boolean counts() {
      return segment.state() == SegmentState.RUNNING;
    }
  }

  public CaseClock {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a clock without a segment");
    }
  }

  /** The segment that lasts. */
  public ClockSegment last() {
    return segments.get(segments.size() - 1);
  }

  /** What it does now. */
  public SegmentState state() {
    return last().state();
  }

  /** The segments that count: those since it last began anew. */
  public List<ClockSegment> run() {
    for (int i = segments.size() - 1; i > 0; i--) {
      if (segments.get(i).reason().beginsRun()) {
        return segments.subList(i, segments.size());
      }
    }
    return segments;
  }

  /** When the run began. */
  public Instant startedAt() {
    return run().get(0).from();
  }

  /** When it stopped; null while it runs or waits. */
  public @Nullable Instant stoppedAt() {
    return state() == SegmentState.STOPPED ? last().from() : null;
  }

  /** The stretches of the run until that moment, each by the calendar of its own service level. */
  public List<Part> parts(ServicePolicies policies, CalendarKey key, Instant until) {
    List<ClockSegment> run = run();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      ClockSegment segment = run.get(i);
      boolean last = i + 1 == run.size();
      if (last && segment.state() == SegmentState.STOPPED) {
        break;
      }
      Instant end = last ? until : run.get(i + 1).from();
      Instant to = end.isAfter(until) ? until : end;
      if (to.isBefore(segment.from())) {
        break;
      }
      WorkingCalendar calendar = policies.version(segment.policyVersion()).calendar(key);
      parts.add(new Part(segment, to, calendar.between(segment.from(), to)));
    }
    return parts;
  }

  /** Working time that has counted until that moment. */
  public Duration used(ServicePolicies policies, CalendarKey key, Instant until) {
    return parts(policies, key, until).stream()
        .filter(Part::counts)
        .map(Part::working)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * When it is due. Each running segment that finds allowance left is due when that is used up; one
   * that finds none left leaves a due time that had passed, and is due at once otherwise: nobody is
   * late before the promise was made. While it is paused or stopped this is the due time that it
   * had when it last ran.
   */
  public Instant due(ServicePolicies policies, CalendarKey key) {
    List<ClockSegment> run = run();
    Instant due = null;
    Duration used = Duration.ZERO;
    for (int i = 0; i < run.size(); i++) {
      ClockSegment segment = run.get(i);
      if (segment.state() != SegmentState.RUNNING) {
        continue;
      }
      ServicePolicy policy = policies.version(segment.policyVersion());
      WorkingCalendar calendar = policy.calendar(key);
      Duration left = policy.allowed(segment.severity(), kind, key).minus(used);
      if (!left.isNegative() && !left.isZero()) {
        due = calendar.add(segment.from(), left);
      } else if (due == null || due.isAfter(segment.from())) {
        due = segment.from();
      }
      if (i + 1 < run.size()) {
        used = used.plus(calendar.between(segment.from(), run.get(i + 1).from()));
      }
    }
    if (due == null) {
      throw new IllegalStateException("a run that never ran");
    }
    return due;
  }

  /**
   * Whether it can be late: it runs, or it had passed its due time before it was paused.
   *
   * @param due as {@link #due} has it
   */
  public boolean counts(Instant due) {
    return switch (state()) {
      case RUNNING -> true;
      case PAUSED -> !due.isAfter(last().from());
      case STOPPED -> false;
    };
  }
}
