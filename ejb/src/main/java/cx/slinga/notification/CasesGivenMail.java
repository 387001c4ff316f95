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
 * Says that somebody was given many cases at once, in that person's language: by whom, how many,
 * and where they are.
 */
@ApplicationScoped
public class CasesGivenMail implements MailWriter {
  static final String KIND = "mail.cases-given";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CasesGivenMail() {}

  @Inject
  CasesGivenMail(Database database) {
    this.database = database;
  }

  private record Facts(String email, @Nullable String language, String giver) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    String recipient = message.recipient();
    int cases = Integer.parseInt(message.payload().getString("cases"));
    return Written.of(
        facts(recipient, message.payload().getString("by"))
            .map(facts -> write(facts, recipient, cases, site)));
  }

  private static Mail write(Facts facts, String recipient, int cases, String site) {
    Locale language =
        Messages.ours(Locale.forLanguageTag(facts.language() == null ? "en" : facts.language()));
    String link =
        site
            + "/cases/list.xhtml?state=active&owner="
            + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    return new Mail(
        facts.email(),
        language,
        Messages.text(language, "mail.cases-given.subject", List.of(cases)),
        Messages.text(language, "mail.cases-given.body", List.of(facts.giver(), cases, link)));
  }

  private Optional<Facts> facts(String recipient, String giver) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.email, p.language, coalesce((select g.name from people g where"
                        + " g.username = :giver), :giver) as giver from people p where p.username ="
                        + " :recipient and p.active and p.email is not null")
                .bind("recipient", recipient)
                .bind("giver", giver)
                .map(
                    (row, context) ->
                        new Facts(
                            row.getString("email"),
                            row.getString("language"),
                            row.getString("giver")))
                .findOne());
  }
}
