package cx.slinga.notification;

import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says that an improvement project has a new owner, in that owner's language, with a link. */
@ApplicationScoped
public class ProjectAssignedMail implements MailWriter {
  static final String KIND = "mail.project-assigned";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ProjectAssignedMail() {}

  @Inject
  ProjectAssignedMail(Database database) {
    this.database = database;
  }

  private record Facts(
      String email,
      @Nullable String language,
      String title,
      String department,
      LocalDate deadline) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    String number = message.payload().getString("number");
    return Written.of(
        database
            .read(
                h ->
                    h.createQuery(
                            "select o.email, o.language, p.title, d.name as department, p.deadline"
                                + " from people o join projects p on p.number = :number join"
                                + " departments d on d.id = p.department_id where o.username ="
                                + " :recipient and o.active and o.email is not null")
                        .bind("recipient", message.recipient())
                        .bind("number", number)
                        .map(
                            (row, context) ->
                                new Facts(
                                    row.getString("email"),
                                    row.getString("language"),
                                    row.getString("title"),
                                    row.getString("department"),
                                    row.getObject("deadline", LocalDate.class)))
                        .findOne())
            .map(facts -> mail(facts, number, site)));
  }

  private static Mail mail(Facts facts, String number, String site) {
    Locale language =
        Messages.ours(Locale.forLanguageTag(facts.language() == null ? "en" : facts.language()));
    Locale dates = language.getLanguage().equals("no") ? Locale.forLanguageTag("nb") : language;
    return new Mail(
        facts.email(),
        language,
        Messages.text(language, "mail.project-assigned.subject", List.of(number, facts.title())),
        Messages.text(
            language,
            "mail.project-assigned.body",
            List.of(
                number,
                facts.title(),
                facts.department(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(dates)
                    .format(facts.deadline()),
                site
                    + "/projects/view.xhtml?number="
                    + URLEncoder.encode(number, StandardCharsets.UTF_8))));
  }
}
