package cx.slinga.web.shared;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four languages of the screens. Browsers send nb or nn for Norwegian; the screens say no. */
public final class Languages {
  /** Name of the cookie that holds the person's choice. */
  public static final String COOKIE = "slinga-lang";

  /** Language codes in the order of the menu. */
  public static final List<String> CODES = List.of("en", "sv", "da", "no");

  private Languages() {}

  /** The screens' language for a tag such as {@code nb-NO}; empty when it is none of ours. */
  public static Optional<Locale> of(String tag) {
    return switch (Locale.forLanguageTag(tag).getLanguage()) {
      case "en" -> Optional.of(Locale.ENGLISH);
      case "sv" -> Optional.of(Locale.forLanguageTag("sv"));
      case "da" -> Optional.of(Locale.forLanguageTag("da"));
      case "no", "nb", "nn" -> Optional.of(Locale.forLanguageTag("no"));
      default -> Optional.empty();
    };
  }

  /** The choice, else the first of the browser's languages that is ours, else English. */
  public static Locale choose(Optional<String> choice, Iterator<Locale> wanted) {
    Optional<Locale> chosen = choice.flatMap(Languages::of);
    while (chosen.isEmpty() && wanted.hasNext()) {
      chosen = of(wanted.next().toLanguageTag());
    }
    return chosen.orElse(Locale.ENGLISH);
  }

  /** The locale that knows how dates and figures are written: 24 hours, day before month. */
  public static Locale formats(Locale language) {
    return switch (language.getLanguage()) {
      case "sv" -> Locale.forLanguageTag("sv-SE");
      case "da" -> Locale.forLanguageTag("da-DK");
      case "no" -> Locale.forLanguageTag("nb-NO");
      default -> Locale.UK;
    };
  }
}
