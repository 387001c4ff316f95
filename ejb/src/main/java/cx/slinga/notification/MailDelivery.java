package cx.slinga.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivers one message a transaction: at least once, since the server may be killed between handing
 * it over and noting it.
 */
@ApplicationScoped
public class MailDelivery {
  private OutboxRows rows;
  private MailTexts texts;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected MailDelivery() {}

  @Inject
  MailDelivery(OutboxRows rows, MailTexts texts, Clock clock) {
    this.rows = rows;
    this.texts = texts;
    this.clock = clock;
  }

  /** What became of the next message. */
  public enum Result {
    NOTHING_DUE,
    SENT,
    DEAD,
    DISCARDED,
    POSTPONED,
    FAILED
  }

  /**
   * Delivers the next message that is due.
   *
   * @param site address of the application, for links
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Result next(Postman postman, String site) {
    Instant now = clock.instant();
    Optional<Outgoing> claimed = rows.claim(now);
    if (claimed.isEmpty()) {
      return Result.NOTHING_DUE;
    }
    Outgoing message = claimed.get();
    Written written = texts.write(message, site, now);
    if (written instanceof Written.Past) {
      rows.discarded(message, "what it would have told is past", now);
      return Result.DISCARDED;
    }
    if (written instanceof Written.NotNow later) {
      rows.postponed(message, later.next());
      return Result.POSTPONED;
    }
    if (!(written instanceof Written.Ready ready)) {
      rows.dead(message, "nobody to send it to, or no such kind of message", now);
      return Result.DEAD;
    }
    try {
      postman.send(message.messageId(), ready.mail(), now);
    } catch (SendFailedException e) {
      // such an address will not be taken tomorrow either
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        rows.dead(message, e.toString(), now);
        return Result.DEAD;
      }
      rows.failed(message, e.toString(), now);
      return Result.FAILED;
    } catch (MessagingException e) {
      rows.failed(message, e.toString(), now);
      return Result.FAILED;
    }
    rows.sent(message, now);
    return Result.SENT;
  }
}
