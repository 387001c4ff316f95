package cx.slinga.notification;

import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how much of somebody's work is now the reader's, in the reader's language, with links. */
@ApplicationScoped
public class HandOverMail implements MailWriter {
  static final String KIND = "mail.hand-over";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected HandOverMail() {}

  @Inject
  HandOverMail(Database database) {
    this.database = database;
  }

  private record Facts(String email, @Nullable String language, @Nullable String from) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    JsonObject moved = message.payload();
    return Written.of(
        database
            .read(
                h ->
                    h.createQuery(
                            "select p.email, p.language, l.name as leaver from people p left join"
                                + " people l on l.username = :from where p.username = :recipient"
                                + " and p.active and p.email is not null")
                        .bind("from", moved.getString("from"))
                        .bind("recipient", message.recipient())
                        .map(
                            (row, context) ->
                                new Facts(
                                    row.getString("email"),
                                    row.getString("language"),
                                    row.getString("leaver")))
                        .findOne())
            .map(facts -> mail(facts, message.recipient(), moved, site)));
  }

  private static Mail mail(Facts facts, String recipient, JsonObject moved, String site) {
    Locale language =
        Messages.ours(Locale.forLanguageTag(facts.language() == null ? "en" : facts.language()));
    String from = facts.from() == null ? moved.getString("from") : facts.from();
    return new Mail(
        facts.email(),
        language,
        Messages.text(language, "mail.hand-over.subject", List.of(from)),
        Messages.text(
            language,
            "mail.hand-over.body",
            List.of(
                from,
                Long.valueOf(moved.getString("cases")),
                Long.valueOf(moved.getString("actions")),
                Long.valueOf(moved.getString("causes")),
                site
                    + "/cases/list.xhtml?owner="
                    + URLEncoder.encode(recipient, StandardCharsets.UTF_8),
                site + "/actions/list.xhtml",
                Long.valueOf(moved.getString("projects", "0")))));
  }
}
