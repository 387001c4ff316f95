package cx.slinga.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Hands mail to the server that the mail session names. */
final class Postman {
  private static final String PATIENCE_MS = "10000";

  private final Session session;
  private final String from;

  /**
   * @param from the sender's address
   */
  Postman(Session session, String from) {
    this.session = session;
    this.from = from;
    for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      session.getProperties().putIfAbsent("mail.smtp." + limit, PATIENCE_MS);
    }
  }

  /**
   * Sends it. A repeat carries the same Message-ID, by which the receiving side drops it.
   *
   * @throws MessagingException when the server does not take it
   */
  void send(UUID messageId, Mail mail, Instant at) throws MessagingException {
    MimeMessage message = new Identified(session, messageId);
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Content-Language", mail.language().getLanguage());
    if (mail.replyTo() != null) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
    }
    if (!mail.personal()) {
      message.setHeader("Auto-Submitted", "auto-generated");
    }
    message.setSentDate(Date.from(at));
    Transport.send(message);
  }

  /** Keeps its id where the library would draw a new one at each sending. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, UUID id) {
      super(session);
      this.id = "<" + id + "@slinga>";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
