package cx.slinga.resurvey;

import cx.slinga.notification.Mail;
import cx.slinga.notification.MailWriter;
import cx.slinga.notification.Outgoing;
import cx.slinga.notification.Written;
import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a customer one question after their case was closed. Address and consent are read when it is
 * sent: who has withdrawn meanwhile is not asked.
 */
@ApplicationScoped
public class ResurveyMail implements MailWriter {
  static final String KIND = "mail.resurvey";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ResurveyMail() {}

  @Inject
  ResurveyMail(Database database) {
    this.database = database;
  }

  private record Question(
      String email, @Nullable String language, String number, String token, OffsetDateTime until) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    return Written.of(write(UUID.fromString(message.payload().getString("resurvey")), site));
  }

  /**
   * The mail.
   *
   * @param site address of the application without a slash at its end
   * @return empty when the customer may not be asked any more, or has answered
   */
  Optional<Mail> write(UUID resurvey, String site) {
    return database
        .read(
            h ->
                h.createQuery(
                        "select k.email, k.language, c.number, r.token, r.expires_at from resurveys"
                            + " r join customers k on k.id = r.customer_id join cases c on c.id ="
                            + " r.case_id where r.id = :id and k.consent and k.email is not null"
                            + " and r.token is not null")
                    .bind("id", resurvey)
                    .map(
                        (row, context) ->
                            new Question(
                                row.getString("email"),
                                row.getString("language"),
                                row.getString("number"),
                                row.getString("token"),
                                row.getObject("expires_at", OffsetDateTime.class)))
                    .findOne())
        .map(question -> write(question, site));
  }

  private static Mail write(Question question, String site) {
    Locale language =
        Messages.ours(
            Locale.forLanguageTag(question.language() == null ? "en" : question.language()));
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
            .format(question.until());
    return new Mail(
        question.email(),
        language,
        Messages.text(language, "mail.resurvey.subject", List.of()),
        Messages.text(
            language,
            "mail.resurvey.body",
            List.of(
                question.number(), site + "/answer/view.xhtml?token=" + question.token(), day)));
  }
}
