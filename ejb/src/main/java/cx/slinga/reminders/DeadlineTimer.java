package cx.slinga.reminders;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;

/** Sweeps through the deadlines each minute. Several servers may do so at the same time. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadlineTimer {
  private static final long PAUSE = 60_000L;
  private static final int MOST_BATCHES = 400;

  @Resource private TimerService timers;
  @Inject private DeadlineSweep sweep;

  @PostConstruct
  void start() {
    next();
  }

  @Timeout
  void tick() {
    try {
      all(sweep::cases);
      all(sweep::actions);
      sweep.gather();
    } finally {
      next();
    }
  }

  private static void all(IntSupplier batch) {
    int batches = 0;
    while (batch.getAsInt() == DeadlineSweep.BATCH && ++batches < MOST_BATCHES) {
      // until nothing more is due
    }
  }

  private void next() {
    timers.createSingleActionTimer(PAUSE, new TimerConfig(null, false));
  }
}
