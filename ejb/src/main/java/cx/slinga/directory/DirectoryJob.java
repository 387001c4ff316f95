package cx.slinga.directory;

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

/** Mirrors the directory at start, as soon as it answers, and each five minutes from then on. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectoryJob {
  private static final long USUALLY = 5 * 60_000L;
  private static final long UNTIL_IT_ANSWERS = 1_000L;

  @Resource private TimerService timers;
  @Inject private DirectoryMirror mirror;

  @PostConstruct
  void start() {
    in(1_000L);
  }

  @Timeout
  void tick() {
    boolean answered = false;
    try {
      answered = mirror.run();
    } finally {
      in(answered ? USUALLY : UNTIL_IT_ANSWERS);
    }
  }

  private void in(long milliseconds) {
    timers.createSingleActionTimer(milliseconds, new TimerConfig(null, false));
  }
}
