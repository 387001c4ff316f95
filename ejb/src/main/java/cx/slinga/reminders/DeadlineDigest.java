package cx.slinga.reminders;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.notification.Mail;
import cx.slinga.notification.MailWriter;
import cx.slinga.notification.Outgoing;
import cx.slinga.notification.Written;
import cx.slinga.shared.Database;
import cx.slinga.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells one person of the deadlines that need them, however many there are, in one mail. Written at
 * the moment of sending, from what is true then: a case that was closed, paused or given away
 * meanwhile is left out.
 */
@ApplicationScoped
public class DeadlineDigest implements MailWriter {
  static final String KIND = "mail.deadline-digest";

  /** More are counted, not listed. */
  static final int LINES_MAX = 50;

  private Database database;
  private ServiceLevels serviceLevels;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DeadlineDigest() {}

  @Inject
  DeadlineDigest(Database database, ServiceLevels serviceLevels) {
    this.database = database;
    this.serviceLevels = serviceLevels;
  }

  private record Reader(String email, Locale language) {}

  private record Line(
      boolean action,
      UUID subject,
      String clock,
      int level,
      Instant due,
      @Nullable String number,
      @Nullable String cause,
      @Nullable String touchpoint,
      String owner,
      @Nullable String title,
      @Nullable LocalDate day,
      CalendarKey calendar) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Written write(Outgoing message, String site, Instant now) {
    return write(message.id(), message.recipient(), site, now);
  }

  /**
   * The mail of an outbox row.
   *
   * @param recipient username
   * @param site address of the application without a slash at its end
   */
  Written write(long outboxId, String recipient, String site, Instant now) {
    Optional<Reader> reader = reader(recipient);
    if (reader.isEmpty()) {
      return new Written.Nobody();
    }
    ServicePolicy policy = serviceLevels.policies().current();
    Set<String> told = new HashSet<>();
    List<Line> lines =
        lines(outboxId).stream()
            .filter(line -> isStillMeant(line, policy))
            .filter(line -> told.add(line.subject() + line.clock()))
            .toList();
    if (lines.isEmpty()) {
      return new Written.Past();
    }
    if (lines.stream().noneMatch(line -> policy.calendar(line.calendar()).isOpen(now))) {
      return new Written.NotNow(
          lines.stream()
              .map(line -> policy.calendar(line.calendar()).add(now, Duration.ofSeconds(1)))
              .min(Instant::compareTo)
              .orElse(now));
    }
    return new Written.Ready(new Text(reader.get(), lines, site, now, policy).mail());
  }

  private static boolean isStillMeant(Line line, ServicePolicy policy) {
    LocalDate day = line.day();
    return day == null
        || day.atStartOfDay(policy.calendar(line.calendar()).zone()).toInstant().equals(line.due());
  }

  private Optional<Reader> reader(String recipient) {
    return database.read(
        h ->
            h.createQuery(
                    "select email, coalesce(language, 'en') as language from people where username"
                        + " = :recipient and active and email is not null")
                .bind("recipient", recipient)
                .map(
                    (row, context) ->
                        new Reader(
                            row.getString("email"),
                            Messages.ours(Locale.forLanguageTag(row.getString("language")))))
                .findOne());
  }

  /** What still holds, the highest level of each first. */
  private List<Line> lines(long outboxId) {
    return database.read(
        h ->
            h.createQuery(
                    "select n.subject, n.subject_id, n.clock, n.level, n.due_at, coalesce(c.number,"
                        + " k.number) as number, coalesce(g.title, j.number || ' ' || j.title) as"
                        + " cause, coalesce(t.name, e.name) as touchpoint, o.name as owner,"
                        + " a.title, a.deadline, coalesce(c.calendar, k.calendar, e.calendar,"
                        + " 'SWEDEN') as calendar from notices n left join cases c on n.subject ="
                        + " 'CASE' and c.id = n.subject_id left join deadlines d on d.case_id ="
                        + " c.id and d.clock = n.clock left join actions a on n.subject = 'ACTION'"
                        + " and a.id = n.subject_id left join cases k on k.id = a.case_id left join"
                        + " causes g on g.id = a.cause_id left join projects j on j.id ="
                        + " a.project_id left join departments e on e.id ="
                        + " coalesce(j.department_id, g.department_id) left join touchpoints t on"
                        + " t.id = coalesce(c.symptom_touchpoint_id, k.symptom_touchpoint_id,"
                        + " g.touchpoint_id) join people o on o.id = coalesce(c.owner_id,"
                        + " a.owner_id) where n.outbox_id = :id and (n.level >= 2 or o.id ="
                        + " n.recipient_id or exists (select from absences b where b.person_id ="
                        + " o.id and cast(n.made_at at time zone 'Europe/Stockholm' as date)"
                        + " between b.from_day and b.to_day)) and (a.state = 'OPEN' or d.due_at ="
                        + " n.due_at and c.paused_at is null and c.state not in ('RESOLVED',"
                        + " 'CLOSED', 'DISMISSED') and case n.clock when 'CONTACT' then"
                        + " c.contacted_at when 'ANALYSIS' then c.analysed_at else c.resolved_at"
                        + " end is null) order by n.level desc, n.due_at, n.id")
                .bind("id", outboxId)
                .map(
                    (row, context) ->
                        new Line(
                            row.getString("subject").equals("ACTION"),
                            row.getObject("subject_id", UUID.class),
                            row.getString("clock"),
                            row.getInt("level"),
                            row.getObject("due_at", OffsetDateTime.class).toInstant(),
                            row.getString("number"),
                            row.getString("cause"),
                            row.getString("touchpoint"),
                            row.getString("owner"),
                            row.getString("title"),
                            row.getObject("deadline", LocalDate.class),
                            CalendarKey.valueOf(row.getString("calendar"))))
                .list());
  }

  /** The words, in the reader's language. */
  private static final class Text {
    private static final int TITLE_MAX = 120;

    private final Reader reader;
    private final List<Line> lines;
    private final String site;
    private final Instant now;
    private final ServicePolicy policy;

    Text(Reader reader, List<Line> lines, String site, Instant now, ServicePolicy policy) {
      this.reader = reader;
      this.lines = lines;
      this.site = site;
      this.now = now;
      this.policy = policy;
    }

    Mail mail() {
      StringBuilder text = new StringBuilder();
      int level = -1;
      for (Line line : lines.subList(0, Math.min(lines.size(), LINES_MAX))) {
        if (line.level() != level) {
          level = line.level();
          text.append(text.isEmpty() ? "" : "\n");
          text.append(say("mail.deadlines.level." + level)).append("\n\n");
        }
        text.append(said(line)).append('\n');
      }
      int more = lines.size() - LINES_MAX;
      if (more > 0) {
        text.append('\n').append(say("mail.deadlines.more", more)).append('\n');
        text.append(site).append("/\n");
      }
      return new Mail(reader.email(), reader.language(), subject(), text.toString());
    }

    private String subject() {
      if (lines.size() > 1) {
        return say("mail.deadlines.subject", lines.size());
      }
      Line line = lines.get(0);
      String number = line.number();
      return say(
          isLate(line) ? "mail.deadlines.subject.late" : "mail.deadlines.subject.soon",
          number == null ? "Slinga" : number,
          say("mail.deadlines.clock." + line.clock()),
          when(line));
    }

    private boolean isLate(Line line) {
      LocalDate day = line.day();
      return day == null
          ? !now.isBefore(line.due())
          : day.isBefore(LocalDate.ofInstant(now, calendar(line).zone()));
    }

    private String said(Line line) {
      String what =
          line.action()
              ? say("mail.deadlines.action", shortened(line.title()))
              : say("mail.deadlines.clock.line." + line.clock());
      String touchpoint = line.touchpoint();
      String number = line.number();
      String text =
          say(
              line.level() < 2 ? "mail.deadlines.line" : "mail.deadlines.line.owner",
              number == null ? shortened(line.cause()) : number,
              touchpoint == null ? say("mail.touchpoint-unknown") : touchpoint,
              what,
              when(line),
              line.owner());
      String address =
          number == null
              ? "/actions/view.xhtml?id=" + line.subject()
              : "/cases/view.xhtml?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
      return text + "\n  " + site + address;
    }

    private String when(Line line) {
      return DateTimeFormatter.ofPattern(
              say(line.action() ? "mail.deadlines.pattern.day" : "mail.deadlines.pattern"),
              reader.language().getLanguage().equals("no")
                  ? Locale.forLanguageTag("nb")
                  : reader.language())
          .format(line.due().atZone(calendar(line).zone()));
    }

    private WorkingCalendar calendar(Line line) {
      return policy.calendar(line.calendar());
    }

    private static String shortened(@Nullable String title) {
      String one = title == null ? "" : title.replaceAll("\\s+", " ");
      return one.codePointCount(0, one.length()) <= TITLE_MAX
          ? one
          : one.substring(0, one.offsetByCodePoints(0, TITLE_MAX)) + "…";
    }

    private String say(String key, Object... args) {
      return Messages.text(reader.language(), key, List.of(args));
    }
  }
}
