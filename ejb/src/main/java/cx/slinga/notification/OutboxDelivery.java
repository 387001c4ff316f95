package cx.slinga.notification;

import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.shared.Environment;
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
import jakarta.mail.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Empties the outbox every few seconds. Where no mail server is named nothing is attempted, and the
 * messages wait.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDelivery {
  private static final Logger LOG = System.getLogger(OutboxDelivery.class.getName());
  private static final long PAUSE = 10_000L;
  private static final int MOST_AT_A_TIME = 200;

  @Resource private TimerService timers;

  @Resource(lookup = "java:jboss/mail/Slinga")
  private Session session;

  @Inject private MailDelivery delivery;

  private boolean troubleIsKnown;

  /** Whether there is a mail server to send through; without one everything waits. */
  public static boolean isSetUp() {
    return Environment.get("SLINGA_SMTP_HOST") != null;
  }

  @PostConstruct
  void start() {
    if (isSetUp()) {
      timers.createSingleActionTimer(PAUSE, new TimerConfig(null, false));
    }
  }

  @Timeout
  void deliver() {
    try {
      Postman postman =
          new Postman(session, Environment.get("SLINGA_MAIL_FROM", "slinga@localhost"));
      String site = Environment.get("SLINGA_PUBLIC_URL", "http://127.0.0.1:8080");
      Result result = Result.SENT;
      for (int i = 0; i < MOST_AT_A_TIME && goesOn(result); i++) {
        result = delivery.next(postman, site.replaceAll("/+$", ""));
      }
      report(result);
    } finally {
      timers.createSingleActionTimer(PAUSE, new TimerConfig(null, false));
    }
  }

  /** A server that refused one message is left in peace until the next time. */
  private static boolean goesOn(Result result) {
    return result != Result.NOTHING_DUE && result != Result.FAILED;
  }

  private void report(Result result) {
    if (result == Result.FAILED && !troubleIsKnown) {
      LOG.log(Level.WARNING, "mail is not taken; it is tried again, see outbox.last_error");
    }
    troubleIsKnown = result == Result.FAILED || troubleIsKnown && result == Result.NOTHING_DUE;
  }
}
