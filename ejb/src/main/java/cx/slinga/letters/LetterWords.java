package cx.slinga.letters;

import cx.slinga.shared.Environment;
import cx.slinga.shared.Messages;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills templates in one language. What is not known is called by its general word. */
final class LetterWords {
  static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final Locale language;

  /**
   * @param language {@code en}, {@code sv}, {@code da} or {@code no}
   */
  LetterWords(String language) {
    this.language = Messages.ours(Locale.forLanguageTag(language));
  }

  /** What the case knows. */
  record Facts(
      @Nullable String customer,
      String number,
      String writer,
      @Nullable String touchpoint,
      @Nullable String survey,
      @Nullable LocalDate answered) {}

  LetterDraft draft(String subject, String body, Facts facts) {
    Map<Placeholder, String> values = values(facts);
    return new LetterDraft(
        Placeholder.fill(subject, values).replaceAll("\\s+", " ").strip(),
        Placeholder.fill(body, values));
  }

  private Map<Placeholder, String> values(Facts facts) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.CUSTOMER, or(facts.customer(), "letter.customer"));
    values.put(Placeholder.CASE, facts.number());
    values.put(Placeholder.OWNER, facts.writer());
    values.put(Placeholder.TOUCHPOINT, or(facts.touchpoint(), "letter.touchpoint"));
    values.put(Placeholder.COMPANY, or(Environment.get("SLINGA_COMPANY"), "letter.company"));
    values.put(Placeholder.SURVEY, or(facts.survey(), "letter.survey"));
    LocalDate answered = facts.answered();
    values.put(
        Placeholder.ANSWERED,
        answered == null
            ? or(null, "letter.answered")
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(dateLanguage()))
                .format(answered));
    return values;
  }

  private String dateLanguage() {
    return switch (language.getLanguage()) {
      case "sv" -> "sv-SE";
      case "da" -> "da-DK";
      case "no" -> "nb-NO";
      default -> "en-GB";
    };
  }

  private String or(@Nullable String known, String key) {
    return known == null || known.isBlank() ? Messages.text(language, key, List.of()) : known;
  }
}
