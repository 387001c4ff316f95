package cx.slinga.demo;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How far the demo's staff have come with each case, so that every list has something in it: most
 * cases are in time, a few fall due today, a few are late. The same cases at the same moment give
 * the same plan.
 */
final class DemoPlan {
  /** Cases with a clock that has rung. */
  static final int LATE = 12;

  /** Cases with a clock that rings later today. */
  static final int TODAY = 9;

  private static final double CLOSED = 0.18;
  private static final double RESOLVED = 0.08;
  private static final double PLANNED = 0.31;
  private static final double CONTACTED = 0.22;

  /** Working time that a follow-up needs at least before anybody can have closed it. */
  private static final Duration DAY = Duration.ofHours(9);

  /** How far a case has come. */
  enum Stage {
    OPEN,
    CONTACTED,
    /** Analysed, mostly with actions under way. */
    PLANNED,
    RESOLVED,
    CLOSED
  }

  /**
   * A case as it was opened.
   *
   * @param explained whether {@link FollowUp} knows a cause for it
   */
  record Opened(
      String number,
      Instant openedAt,
      CalendarKey calendar,
      Instant contactDueAt,
      Instant analysisDueAt,
      Instant resolutionDueAt,
      boolean explained) {

    /** The clock that rings next when the case has come so far. */
    Instant nextDueAt(Stage stage) {
      Instant first =
          stage == Stage.OPEN
              ? contactDueAt
              : stage == Stage.CONTACTED ? analysisDueAt : resolutionDueAt;
      return first.isBefore(resolutionDueAt) ? first : resolutionDueAt;
    }

    private boolean mayHaveCome(Stage stage, Instant now) {
      Duration worked = WorkingCalendars.of(calendar).between(openedAt, now);
      return switch (stage) {
        case OPEN -> true;
        case CONTACTED -> worked.compareTo(DAY.dividedBy(3)) > 0;
        case PLANNED -> explained && worked.compareTo(DAY) > 0;
        case RESOLVED, CLOSED -> explained && worked.compareTo(DAY.multipliedBy(2)) > 0;
      };
    }
  }

  private final Instant now;
  private final Instant tomorrow;
  private final List<Opened> left;
  private final Map<String, Stage> stages = new HashMap<>();

  private DemoPlan(List<Opened> cases, Instant now, ZoneId zone) {
    this.now = now;
    this.tomorrow = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    // the latest first, shuffled a little: older cases have come further
    this.left = new ArrayList<>(cases);
    left.sort(Comparator.comparing(DemoPlan::shuffled).reversed().thenComparing(Opened::number));
  }

  /**
   * The stage of each case, by number.
   *
   * @param zone in which "today" is meant
   */
  static Map<String, Stage> of(List<Opened> cases, Instant now, ZoneId zone) {
    DemoPlan plan = new DemoPlan(cases, now, zone);
    plan.make();
    return Map.copyOf(plan.stages);
  }

  private static Instant shuffled(Opened opened) {
    return opened.openedAt().plusSeconds(Math.floorMod(opened.number().hashCode() * 31L, 259_200));
  }

  private void make() {
    int all = left.size();
    List<Stage> active = List.of(Stage.OPEN, Stage.CONTACTED, Stage.PLANNED);
    for (Stage stage : active) {
      take(stage, LATE / active.size(), c -> c.nextDueAt(stage).isBefore(now));
    }
    int late = stages.size();
    active.forEach(stage -> take(stage, LATE - late, c -> stages.size() < LATE && rang(c, stage)));
    int before = stages.size();
    for (Stage stage : active) {
      take(stage, TODAY - (stages.size() - before), c -> ringsToday(c, stage));
    }
    int closed = (int) Math.round(all * CLOSED);
    int resolved = (int) Math.round(all * RESOLVED);
    int planned = (int) Math.round(all * PLANNED);
    int contacted = (int) Math.round(all * CONTACTED);
    int open = all - closed - resolved - planned - contacted;
    take(Stage.OPEN, open - count(Stage.OPEN), c -> inTime(c, Stage.OPEN));
    take(Stage.CONTACTED, contacted - count(Stage.CONTACTED), c -> inTime(c, Stage.CONTACTED));
    take(Stage.PLANNED, planned - count(Stage.PLANNED), c -> inTime(c, Stage.PLANNED));
    take(Stage.RESOLVED, resolved, c -> true);
    take(Stage.CLOSED, all, c -> true);
    // too young or unexplained: as far as they can have come
    take(Stage.PLANNED, all, c -> inTime(c, Stage.PLANNED));
    take(Stage.CONTACTED, all, c -> true);
    take(Stage.OPEN, all, c -> true);
  }

  private boolean rang(Opened opened, Stage stage) {
    return opened.nextDueAt(stage).isBefore(now);
  }

  private boolean ringsToday(Opened opened, Stage stage) {
    return !rang(opened, stage) && opened.nextDueAt(stage).isBefore(tomorrow);
  }

  private boolean inTime(Opened opened, Stage stage) {
    return !opened.nextDueAt(stage).isBefore(tomorrow);
  }

  private int count(Stage stage) {
    return (int) stages.values().stream().filter(stage::equals).count();
  }

  private void take(Stage stage, int atMost, Predicate<Opened> which) {
    int taken = 0;
    for (var cases = left.iterator(); cases.hasNext() && taken < atMost; ) {
      Opened opened = cases.next();
      if (opened.mayHaveCome(stage, now) && which.test(opened)) {
        stages.put(opened.number(), stage);
        cases.remove();
        taken++;
      }
    }
  }
}
