package cx.slinga.notification;

import java.time.Instant;

/** Writes one kind of mail. The feature that has something to say implements it; each is a bean. */
public interface MailWriter {
  /** The kind of outbox row that it writes; no other has the same. */
  String kind();

  /**
   * Writes a message as it is true now, which may be long after it was put into the outbox.
   *
   * @param site address of the application without a slash at its end
   */
  Written write(Outgoing message, String site, Instant now);
}
