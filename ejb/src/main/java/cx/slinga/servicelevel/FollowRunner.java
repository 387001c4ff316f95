package cx.slinga.servicelevel;

import cx.slinga.shared.JobSlots;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Lets open cases follow on this server, one version at a time. */
@ApplicationScoped
class FollowRunner {
  private final JobSlots slots = new JobSlots(1);

  @Inject private FollowRun run;
  @Inject private FollowJobs jobs;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  /** Begins as soon as the change is committed. */
  public void begin(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ServiceLevelEvent.Changed changed) {
    start(changed.job());
  }

  /** Begins, or goes on with, what nobody works on. */
  public void pickUp() {
    if (!slots.areFull()) {
      jobs.waiting(clock.instant()).stream().findFirst().ifPresent(this::start);
    }
  }

  private void start(UUID id) {
    slots.start(id, executor, run::run); // the timer comes by again when none is free
  }
}
