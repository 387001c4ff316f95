package cx.slinga.clocks;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
   * When it is due. Each running segment that finds allowance left is due when that is used up. One
   * that finds none left is due since the moment at which it was used up, yet not before a promise
   * of its time was broken: what was in time until another promise was made is due when that was
   * made, and what was late under both stays late. While it is paused or stopped this is the due
   * time that it had when it last ran.
   */
  public Instant due(ServicePolicies policies, CalendarKey key) {
    List<Stretch> stretches = stretches(run(), policies, key);
    if (stretches.isEmpty()) {
      throw new IllegalStateException("a run that never ran");
    }
    return stretches.get(stretches.size() - 1).due();
  }

  /**
   * The moments at which it became late, in order, those of earlier runs too: what happened stays,
   * whatever was promised later.
   *
   * @param until the moment of the question
   */
  public List<Instant> becameLate(ServicePolicies policies, CalendarKey key, Instant until) {
    List<Instant> moments = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= segments.size(); i++) {
      if (i == segments.size() || segments.get(i).reason().beginsRun()) {
        for (Stretch stretch : stretches(segments.subList(from, i), policies, key)) {
          Instant end = stretch.to() == null ? until : stretch.to();
          if (!stretch.due().isBefore(stretch.from()) && stretch.due().isBefore(end)) {
            moments.add(stretch.due());
          }
        }
        from = i;
      }
    }
    return List.copyOf(moments);
  }

  /**
   * A running segment with the due time that it had.
   *
   * @param to null while it lasts
   * @param working working time within, none while it lasts
   */
  private record Stretch(
      Instant from, @Nullable Instant to, WorkingCalendar calendar, Duration working, Instant due) {
    boolean broken() {
      return to != null && !due.isAfter(to);
    }
  }

  private List<Stretch> stretches(
      List<ClockSegment> run, ServicePolicies policies, CalendarKey key) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      ClockSegment segment = run.get(i);
      if (segment.state() != SegmentState.RUNNING) {
        continue;
      }
      ServicePolicy policy = policies.version(segment.policyVersion());
      WorkingCalendar calendar = policy.calendar(key);
      Duration allowed = policy.allowed(segment.severity(), kind, key);
      Instant to = i + 1 < run.size() ? run.get(i + 1).from() : null;
      stretches.add(
          new Stretch(
              segment.from(),
              to,
              calendar,
              to == null ? Duration.ZERO : calendar.between(segment.from(), to),
              due(stretches, segment.from(), calendar, allowed)));
    }
    return stretches;
  }

  /** When a segment that begins then is due, after these. */
  private static Instant due(
      List<Stretch> before, Instant from, WorkingCalendar calendar, Duration allowed) {
    Duration left = allowed;
    for (Stretch stretch : before) {
      if (left.compareTo(stretch.working()) <= 0) {
        Instant usedUp = stretch.calendar().add(stretch.from(), left);
        return before.stream()
            .filter(Stretch::broken)
            .map(Stretch::due)
            .min(Comparator.naturalOrder())
            .map(broken -> broken.isAfter(usedUp) ? broken : usedUp)
            .orElse(from);
      }
      left = left.minus(stretch.working());
    }
    return calendar.add(from, left);
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
