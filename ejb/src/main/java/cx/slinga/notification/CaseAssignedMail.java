package cx.slinga.notification;

import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a case has a new owner, in that owner's language: number, touchpoint and link. What the
 * customer said stays in the house.
 */
@ApplicationScoped
public class CaseAssignedMail implements MailWriter {
  static final String KIND = "mail.case-assigned";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CaseAssignedMail() {}

  @Inject
  CaseAssignedMail(Database database) {
    this.database = database;
  }

  private record Facts(String email, @Nullable String language, @Nullable String touchpoint) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    return Written.of(write(message.recipient(), message.payload().getString("number"), site));
  }

  /**
   * The text.
   *
   * @param site address of the application without a slash at its end
   * @return empty when the person has left or has no address
   */
  Optional<Mail> write(String recipient, String number, String site) {
    return facts(recipient, number).map(facts -> write(facts, number, site));
  }

  private static Mail write(Facts facts, String number, String site) {
    Locale language =
        Messages.ours(Locale.forLanguageTag(facts.language() == null ? "en" : facts.language()));
    String touchpoint =
        facts.touchpoint() == null
            ? Messages.text(language, "mail.touchpoint-unknown", List.of())
            : facts.touchpoint();
    String link =
        site + "/cases/view.xhtml?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    return new Mail(
        facts.email(),
        language,
        Messages.text(language, "mail.case-assigned.subject", List.of(number)),
        Messages.text(language, "mail.case-assigned.body", List.of(number, touchpoint, link)));
  }

  private Optional<Facts> facts(String recipient, String number) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.email, p.language, t.name as touchpoint from people p left join cases"
                        + " c on c.number = :number left join touchpoints t on t.id ="
                        + " c.symptom_touchpoint_id where p.username = :recipient and p.active and"
                        + " p.email is not null")
                .bind("recipient", recipient)
                .bind("number", number)
                .map(
                    (row, context) ->
                        new Facts(
                            row.getString("email"),
                            row.getString("language"),
                            row.getString("touchpoint")))
                .findOne());
  }
}
