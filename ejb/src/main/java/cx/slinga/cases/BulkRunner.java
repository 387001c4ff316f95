package cx.slinga.cases;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** Lets bulk jobs run on this server, two at the same time. */
@ApplicationScoped
class BulkRunner {
  private static final int MAX_RUNNING = 2;

  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  @Inject private BulkRun run;
  @Inject private BulkJobs jobs;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  /** Begins as soon as the request is committed. */
  public void begin(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) BulkEvent.Requested requested) {
    start(requested.id());
  }

  /**
   * Begins, or goes on with, what nobody works on: queued meanwhile, or left by a killed server.
   */
  public void pickUp() {
    if (running.size() < MAX_RUNNING) {
      jobs.waiting(clock.instant()).forEach(this::start);
    }
  }

  private void start(UUID id) {
    if (running.size() >= MAX_RUNNING || !running.add(id)) {
      return; // the timer comes by again
    }
    try {
      executor.execute(
          () -> {
            try {
              run.run(id);
            } finally {
              running.remove(id);
            }
          });
    } catch (RejectedExecutionException full) {
      running.remove(id);
    }
  }
}
