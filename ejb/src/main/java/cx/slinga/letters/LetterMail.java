package cx.slinga.letters;

import cx.slinga.notification.Mail;
import cx.slinga.notification.MailWriter;
import cx.slinga.notification.Outgoing;
import cx.slinga.notification.Written;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A letter to a customer, as somebody wrote it; plain text, so that nothing in it is ever code. */
@ApplicationScoped
public class LetterMail implements MailWriter {
  static final String KIND = "mail.letter";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected LetterMail() {}

  @Inject
  LetterMail(Database database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    UUID letter = UUID.fromString(message.payload().getString("letter"));
    return isRefused(letter) ? new Written.Past() : Written.of(write(letter));
  }

  /** The customer may have taken their consent back while the letter waited. */
  private boolean isRefused(UUID letter) {
    return database.read(
        h ->
            h.createQuery(
                    "select exists (select from letters l join cases c on c.id = l.case_id join"
                        + " customers k on k.id = c.customer_id where l.id = :id and k.no_contact)")
                .bind("id", letter)
                .mapTo(Boolean.class)
                .one());
  }

  /** The mail; empty when the letter is gone, because the customer was erased. */
  Optional<Mail> write(UUID letter) {
    return database.read(
        h ->
            h.createQuery(
                    "select to_address, reply_to, language, subject, body from letters where id ="
                        + " :id")
                .bind("id", letter)
                .map(
                    (row, context) ->
                        new Mail(
                            row.getString("to_address"),
                            Locale.forLanguageTag(row.getString("language")),
                            row.getString("subject"),
                            row.getString("body"),
                            row.getString("reply_to"),
                            true))
                .findOne());
  }
}
