package cx.slinga.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words for refusals and for what ejb itself writes (mail, workbooks), in en, sv, da and no. */
public final class Messages {
  private static final String BUNDLE = "cx.slinga.shared.Messages";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /** The text in the reader's language, English where the language is not ours. */
  public static String text(Locale locale, String key, List<?> args) {
    String pattern;
    try {
      pattern = bundle(locale).getString(key);
    } catch (MissingResourceException e) {
      return key;
    }
    return new MessageFormat(pattern, locale).format(args.toArray());
  }

  /** The refusal in the reader's language. */
  public static String text(Locale locale, BusinessException refusal) {
    return text(locale, refusal.key(), refusal.args());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, ours(locale), Messages.class.getClassLoader(), NO_FALLBACK);
  }

  /** One of our four languages: nb and nn are no, anything else is English. */
  public static Locale ours(Locale locale) {
    return switch (locale.getLanguage()) {
      case "sv" -> Locale.forLanguageTag("sv");
      case "da" -> Locale.forLanguageTag("da");
      case "no", "nb", "nn" -> Locale.forLanguageTag("no");
      default -> Locale.ENGLISH;
    };
  }
}
