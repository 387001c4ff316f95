package cx.slinga.api.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Words for what goes wrong before the product itself is reached, in en, sv, da and no. */
final class ProblemTexts {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /** The text; the key where there is none, which a test rules out. */
  static String text(Locale language, String key, List<?> args) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "cx.slinga.api.shared.Problems",
            language,
            ProblemTexts.class.getClassLoader(),
            NO_FALLBACK);
    try {
      return new MessageFormat(texts.getString(key), language).format(args.toArray());
    } catch (MissingResourceException e) {
      return key;
    }
  }
}
