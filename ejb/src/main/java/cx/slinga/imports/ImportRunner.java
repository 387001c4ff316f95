package cx.slinga.imports;

import cx.slinga.shared.JobSlots;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Lets imports run on this server, two at the same time. */
@ApplicationScoped
class ImportRunner {
  private final JobSlots slots = new JobSlots(2);

  @Inject private ImportJob job;
  @Inject private Imports imports;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  /** Begins as soon as the file is safe. */
  public void begin(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ImportEvent.Requested requested) {
    start(requested.id());
  }

  /**
   * Begins, or goes on with, what nobody works on: queued meanwhile, or left by a killed server.
   */
  public void pickUp() {
    if (!slots.areFull()) {
      imports.waiting(clock.instant()).forEach(this::start);
    }
  }

  private void start(UUID id) {
    slots.start(id, executor, job::run); // the timer comes by again when none is free
  }
}
