package cx.slinga.reminders;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.organisation.StandIns;
import cx.slinga.reminders.DeadlineRows.ActionDeadline;
import cx.slinga.reminders.DeadlineRows.CaseDeadline;
import cx.slinga.reminders.DeadlineRows.Look;
import cx.slinga.reminders.DeadlineRows.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at deadlines that have something to say: reminds owners, then tells the head of the
 * department, then the CX owner. Reads only what is due; each batch is one transaction, so that a
 * server which is killed in the middle has said nothing that it does not remember, and has
 * forgotten nothing that it had to say.
 */
@ApplicationScoped
class DeadlineSweep {
  /** So many deadlines a transaction. */
  static final int BATCH = 500;

  private DeadlineRows rows;
  private ServiceLevels serviceLevels;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DeadlineSweep() {}

  @Inject
  DeadlineSweep(DeadlineRows rows, ServiceLevels serviceLevels, Clock clock) {
    this.rows = rows;
    this.serviceLevels = serviceLevels;
    this.clock = clock;
  }

  /**
   * Looks at one batch of clocks.
   *
   * @return how many; fewer than {@link #BATCH} when nothing more is due
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int cases() {
    Instant now = clock.instant();
    List<CaseDeadline> claimed = rows.claimCases(now, BATCH);
    if (claimed.isEmpty()) {
      return 0;
    }
    ServicePolicy policy = serviceLevels.policies().current();
    ReminderTimes times = rows.times();
    Told told = new Told(rows.cxOwners(), rows.standIns(now));
    for (CaseDeadline deadline : claimed) {
      WorkingCalendar calendar = policy.calendar(deadline.calendar());
      NoticeStep step =
          NoticeStep.of(
              new NoticeStep.Times(
                  deadline.due(),
                  times.before().on(calendar),
                  calendar.add(deadline.due(), times.head().on(calendar)),
                  calendar.add(deadline.due(), times.cxOwner().on(calendar))),
              deadline.said(),
              calendar,
              now);
      told.look(
          new Subject("CASE", deadline.caseId(), deadline.clock(), deadline.due()),
          deadline.said(),
          step,
          deadline.owner(),
          deadline.head());
    }
    rows.looked(told.looks);
    rows.keep(told.notices, now);
    return claimed.size();
  }

  /**
   * Looks at one batch of actions, likewise. Their deadlines are days; the CX owner is not told.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int actions() {
    Instant now = clock.instant();
    List<ActionDeadline> claimed = rows.claimActions(now, BATCH);
    if (claimed.isEmpty()) {
      return 0;
    }
    ServicePolicy policy = serviceLevels.policies().current();
    Told told = new Told(rows.cxOwners(), rows.standIns(now));
    for (ActionDeadline deadline : claimed) {
      CalendarKey key = deadline.calendar();
      WorkingCalendar calendar = policy.calendar(key);
      Instant due = start(deadline.day(), calendar);
      NoticeStep step =
          NoticeStep.of(
              new NoticeStep.Times(
                  due, calendar.standardDay(), start(deadline.day().plusDays(1), calendar), null),
              deadline.said(),
              calendar,
              now);
      told.look(
          new Subject("ACTION", deadline.actionId(), "ACTION", due),
          deadline.said(),
          step,
          deadline.owner(),
          deadline.head());
    }
    rows.lookedAtActions(told.looks);
    rows.keep(told.notices, now);
    return claimed.size();
  }

  /** Puts all that waits for the same person into one mail. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int gather() {
    return rows.gather(clock.instant());
  }

  private static Instant start(LocalDate day, WorkingCalendar calendar) {
    return day.atStartOfDay(calendar.zone()).toInstant();
  }

  private record Subject(String type, UUID id, String clock, Instant due) {}

  /** Who is told what by one batch. */
  private static final class Told {
    private final List<UUID> cxOwners;
    private final StandIns standIns;
    private final List<Look> looks = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Told(List<UUID> cxOwners, StandIns standIns) {
      this.cxOwners = cxOwners;
      this.standIns = standIns;
    }

    void look(Subject subject, int said, NoticeStep step, UUID theOwner, @Nullable UUID theHead) {
      // whoever stands in is told instead; where nobody does, it still reaches the person
      UUID head = theHead == null ? null : orElse(standIns.inCharge(theHead), theHead);
      UUID owner = orElse(standIns.inCharge(theOwner), head == null ? theOwner : head);
      looks.add(new Look(subject.id(), subject.clock(), step.said(), step.next()));
      int ownerLevel = step.ownerLevel(said);
      if (ownerLevel >= 0) {
        tell(subject, ownerLevel, owner);
      }
      if (step.reaches(2, said)) {
        if (head == null) {
          cxOwners.forEach(one -> tell(subject, 2, one));
        } else {
          tell(subject, 2, head);
        }
      }
      if (step.reaches(3, said)) {
        cxOwners.forEach(one -> tell(subject, 3, one));
      }
    }

    private static UUID orElse(@Nullable UUID one, UUID other) {
      return one == null ? other : one;
    }

    private void tell(Subject subject, int level, UUID recipient) {
      notices.add(
          new Notice(
              subject.type(), subject.id(), subject.clock(), level, subject.due(), recipient));
    }
  }
}
