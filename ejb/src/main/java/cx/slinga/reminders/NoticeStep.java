package cx.slinga.reminders;

import cx.slinga.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a deadline now, and when to look at it again.
 *
 * <p>The levels are said in order: 0 before it (to the owner), 1 at it (to the owner), 2 some time
 * after it (to the head of the department), 3 still later (to the CX owner). Nothing is said while
 * nobody works.
 *
 * @param said how many levels have been said after this step
 * @param next when to look again, null when all is said
 */
record NoticeStep(int said, @Nullable Instant next) {
  /** Enough to be inside the opening and not on its edge. */
  private static final Duration INSIDE = Duration.ofSeconds(1);

  /**
   * When the levels are reached.
   *
   * @param due the deadline
   * @param before working time before it
   * @param head when the head is told
   * @param cxOwner when the CX owner is told, null for never
   */
  record Times(Instant due, Duration before, Instant head, @Nullable Instant cxOwner) {}

  static NoticeStep of(Times times, int saidBefore, WorkingCalendar calendar, Instant now) {
    int last = times.cxOwner() == null ? 3 : 4;
    if (saidBefore >= last) {
      return new NoticeStep(saidBefore, null);
    }
    if (!calendar.isOpen(now)) {
      return new NoticeStep(saidBefore, calendar.add(now, INSIDE));
    }
    int said = saidBefore;
    while (said < last && reached(said, times, calendar, now)) {
      said++;
    }
    return new NoticeStep(said, said == last ? null : next(said, times, calendar, now));
  }

  private static boolean reached(int level, Times times, WorkingCalendar calendar, Instant now) {
    return switch (level) {
      case 0 -> calendar.between(now, times.due()).compareTo(times.before()) <= 0;
      case 1 -> !now.isBefore(times.due());
      case 2 -> !now.isBefore(times.head());
      default -> times.cxOwner() != null && !now.isBefore(times.cxOwner());
    };
  }

  private static @Nullable Instant next(
      int level, Times times, WorkingCalendar calendar, Instant now) {
    return switch (level) {
      case 0 -> calendar.add(now, calendar.between(now, times.due()).minus(times.before()));
      case 1 -> times.due();
      case 2 -> times.head();
      default -> times.cxOwner();
    };
  }

  /** The level that the owner is told of by this step, -1 for none; of two only the later one. */
  int ownerLevel(int saidBefore) {
    return said > saidBefore && saidBefore < 2 ? Math.min(said, 2) - 1 : -1;
  }

  /** Whether a level of escalation is reached by this step. */
  boolean reaches(int level, int saidBefore) {
    return saidBefore <= level && said > level;
  }
}
