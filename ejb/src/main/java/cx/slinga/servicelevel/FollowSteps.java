package cx.slinga.servicelevel;

import cx.slinga.cases.LevelsToFollow;
import cx.slinga.servicelevel.FollowJobs.Found;
import cx.slinga.servicelevel.FollowJobs.Job;
import cx.slinga.servicelevel.FollowJobs.Result;
import cx.slinga.shared.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which open cases follow another service level. Each is one transaction of its own:
 * all clocks of its cases, their entries in the record and the checkpoint together, so that nobody
 * sees a case half followed and a killed job goes on without doing anything twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class FollowSteps {
  static final String ORIGIN = "job";

  /** Cases of one step: nobody waits long for one of them. */
  static final int SIZE = 1_000;

  @Inject private FollowJobs jobs;
  @Inject private LevelsToFollow levels;
  @Inject private Event<DomainEvents> events;
  @Inject private Clock clock;

  /** Takes the job; null when somebody else works on it, it has ended or another goes first. */
  public @Nullable Job begin(UUID id) {
    return jobs.take(id, clock.instant());
  }

  /**
   * Lets the cases behind the checkpoint follow.
   *
   * @param reached the checkpoint
   * @return the checkpoint behind them; null when the job has ended or somebody else has taken it
   *     over
   */
  public @Nullable UUID step(Job job, UUID reached) {
    if (!jobs.hold(job.id(), reached)) {
      return null;
    }
    Found found = jobs.next(reached, SIZE);
    List<UUID> cases = found.cases();
    UUID now = cases.isEmpty() ? reached : cases.get(cases.size() - 1);
    int moved = levels.follow(job.version(), cases);
    jobs.advance(job.id(), now, cases.size(), moved, clock.instant());
    if (!found.last()) {
      return now;
    }
    Result result = jobs.finish(job.id(), clock.instant());
    events.fire(
        new DomainEvents(
            job.requestedBy(),
            ORIGIN,
            List.of(
                new ServiceLevelEvent.Followed(job.version(), result.reached(), result.moved()))));
    return null;
  }

  /** Says what stopped the job; it is tried again when its lease is over. */
  public void stopped(Job job, String incident) {
    jobs.stopped(job.id(), incident);
  }
}
