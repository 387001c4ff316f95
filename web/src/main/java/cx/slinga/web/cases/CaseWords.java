package cx.slinga.web.cases;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseTotal;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.cases.ContactRow;
import cx.slinga.cases.Rating;
import cx.slinga.shared.Messages;
import cx.slinga.web.shared.Languages;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the case screens say in sentences: {@code #{caseWords.say('key', value)}}. */
@Named
@RequestScoped
public class CaseWords {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  @Inject private Words words;

  /** A text of the case screens by key, with its placeholders filled. */
  public String say(String key, Object... args) {
    return words.fill(text(key), args);
  }

  /** 12 cases, more than 10,000 cases, about 41,000 cases. */
  public String count(CaseTotal total) {
    return switch (total.kind()) {
      case EXACT -> say("count", total.said());
      case MORE -> say("count.over", total.said());
      case ABOUT -> say("count.about", total.said());
    };
  }

  /** Export 12 rows. */
  public String export(CaseTotal total) {
    return switch (total.kind()) {
      case EXACT -> say("export", total.said());
      case MORE -> say("export.over", total.said());
      case ABOUT -> say("export.about", total.said());
    };
  }

  /** 12, more than 10,000, about 41,000. */
  public String number(CaseTotal total) {
    return switch (total.kind()) {
      case EXACT -> say("number", total.said());
      case MORE -> say("number.over", total.said());
      case ABOUT -> say("number.about", total.said());
    };
  }

  /** A text of the case screens as it stands. */
  public String text(String key) {
    return texts().getString(key);
  }

  /** Name of a calendar. */
  public String calendar(CalendarKey key) {
    return text("calendar." + key);
  }

  /** A day as the record holds it, in the reader's words; as it stands when it is none. */
  String day(String iso) {
    try {
      return words.date(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
  }

  boolean knows(String key) {
    return texts().containsKey(key);
  }

  /** Signs inside, or Restrooms, cleanliness: what was rated. */
  public String rated(Rating rating) {
    if (rating.what().equals("rating")) {
      return rating.touchpoint();
    }
    String key = "rating." + rating.what();
    return knows(key)
        ? say(key, rating.touchpoint())
        : say("rating.other", rating.touchpoint(), rating.what());
  }

  /** SL-2018-000376 · Signs inside → Immigration app · Security · score afterwards 9. */
  public String meta(CaseRow row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.number());
    String felt = row.symptom();
    String caused = row.causeTouchpoint();
    if (felt != null && caused != null && !felt.equals(caused)) {
      parts.add(felt + " → " + caused);
    } else if (felt != null) {
      parts.add(felt);
    } else if (caused != null) {
      parts.add(caused);
    }
    String department = row.causeDepartment() != null ? row.causeDepartment() : row.department();
    if (department != null) {
      parts.add(department);
    }
    if (row.recoveredScore() != null) {
      parts.add(say("row.recovered", row.recoveredScore()));
    }
    return String.join(" · ", parts);
  }

  /** What the customer said, and where nothing was said, that. */
  public String voice(CaseRow row) {
    String voice = row.voice();
    return voice == null ? text("voice.none") : voice;
  }

  /** The coded comments, which stand beside the customer's own words. */
  public String coded(CaseRow row) {
    return String.join(" · ", row.comments());
  }

  /** A key of the survey as it is read: {@code family-and-friends} is "Family and friends". */
  public String readable(String key) {
    String spaced = key.replace('-', ' ').replace('_', ' ');
    return spaced.isEmpty()
        ? spaced
        : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  /** The customer's own words have their own letter; codes and our own sentence do not. */
  public String voiceClass(CaseRow row) {
    return row.words() == null ? "coded" : "voice";
  }

  /** That the cause is named, and to whom the case went with it; null where it stayed. */
  String analysed(String number, @Nullable String taker) {
    return taker == null ? say("said.analysed", number) : say("said.analysed.given", number, taker);
  }

  /** What is missing for closing, by its name. */
  public String closingPoint(ClosingPoint point) {
    return message("closing." + point);
  }

  /** A message of the rules, as it stands. */
  String message(String key) {
    return Messages.text(locale(), key, List.of());
  }

  /** What the survey calls a fact, in words where we have them. */
  public String attribute(String name) {
    String key = "attribute." + name;
    return knows(key) ? text(key) : name;
  }

  /** Name of a language in the reader's language. */
  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Languages.formats(locale()));
  }

  /** The same words within a sentence. */
  String within(String sentence) {
    return sentence.substring(0, 1).toLowerCase(locale()) + sentence.substring(1);
  }

  /**
   * When a clock came to stand late: when its work was done, or when it was paused although it had
   * run out before; null while it runs, or waits with time left.
   */
  public @Nullable Instant stood(CaseRow row, Instant due, @Nullable Instant done) {
    return done == null && !row.waits(due) ? row.pausedAt() : done;
  }

  /** Whether there is anything to say of a clock: it was stopped by its work, or still runs. */
  public boolean counts(CaseRow row, @Nullable Instant done) {
    return done != null || row.state().isActive();
  }

  /** How a clock stands; a case that ended before the work was done says that it was not. */
  public String clock(CaseRow row, Instant due, @Nullable Instant done) {
    return counts(row, done)
        ? words.clock(due, stood(row, due, done), done == null && row.pausedAt() != null)
        : text("clock.never");
  }

  /** Everything that closing needs. */
  public ClosingPoint[] getPoints() {
    return ClosingPoint.values();
  }

  /** Whether a point is worth a tick: it is not missing, and is a point of its own. */
  public boolean ticks(CaseRow row, ClosingPoint point) {
    List<ClosingPoint> missing = row.missingForClosing();
    return switch (point) {
      case CONTACT -> !missing.contains(point) && !missing.contains(ClosingPoint.CONTACT_ANEW);
      case CONTACT_ANEW, CAUSE_STANDS -> false;
      case CAUSE -> !missing.contains(point) && !row.causeRejected();
      case ACTIONS_DONE -> !missing.contains(point) && row.actionsTotal() > 0;
      case PLAN, RESOLVED -> !missing.contains(point);
    };
  }

  /** What fulfils a point that is not missing; null where there is nothing to say. */
  public @Nullable String proof(CaseRow row, List<ContactRow> contacts, ClosingPoint point) {
    return switch (point) {
      case CONTACT ->
          row.contactOutcome() == null
              ? null
              : contacts.stream()
                  .filter(contact -> contact.outcome() == row.contactOutcome())
                  .map(ContactRow::at)
                  .max(Comparator.naturalOrder())
                  .map(at -> text("outcome." + row.contactOutcome()) + " " + words.date(at))
                  .orElseGet(() -> text("outcome." + row.contactOutcome()));
      case CAUSE -> row.cause();
      case CONTACT_ANEW, CAUSE_STANDS, PLAN, ACTIONS_DONE -> null;
      case RESOLVED -> row.resolvedAt() == null ? null : words.date(row.resolvedAt());
    };
  }

  /** 24 working hours; 15 working days. */
  String allowance(Allowance allowance) {
    return say("why." + allowance.unit(), allowance.amount());
  }

  /** Weekends and Wed 6 June, National Day of Sweden, do not count; or that all days count. */
  String closed(WorkingCalendar hours, List<ClosedDay> closed, CalendarKey key) {
    if (key == CalendarKey.ALWAYS_OPEN) {
      return text("why.alwaysOpen");
    }
    Set<DayOfWeek> shut = EnumSet.allOf(DayOfWeek.class);
    shut.removeAll(hours.week().keySet());
    String which = shut.isEmpty() ? "everyDay" : shut.equals(WEEKEND) ? "weekends" : "days";
    String names =
        shut.stream()
            .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, Languages.formats(locale())))
            .collect(Collectors.joining(", "));
    return closed.isEmpty()
        ? say("why." + which, names)
        : say("why." + which + "And", holidays(closed), names);
  }

  /** Wed 6 June (National Day of Sweden), Fri 22 June (Midsummer Eve). */
  String holidays(List<ClosedDay> closed) {
    return closed.stream()
        .map(day -> words.date(day.date()) + " (" + holiday(day) + ")")
        .collect(Collectors.joining(", "));
  }

  private String holiday(ClosedDay day) {
    return Messages.text(locale(), day.messageKey(), List.of());
  }

  private static Locale locale() {
    return Objects.requireNonNull(FacesContext.getCurrentInstance()).getViewRoot().getLocale();
  }

  private static ResourceBundle texts() {
    return ResourceBundle.getBundle(
        "cx.slinga.web.cases.Text", locale(), CaseWords.class.getClassLoader(), NO_FALLBACK);
  }
}
