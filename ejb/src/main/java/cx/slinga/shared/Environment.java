package cx.slinga.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the operator set for this installation. */
public final class Environment {
  private Environment() {}

  /**
   * A setting: the environment's variable, or else the system property of the same name as the
   * server's own expressions spell it ({@code SLINGA_DEMO}, {@code slinga.demo}).
   *
   * @return the value without blanks around it, null when there is none
   */
  public static @Nullable String get(String name) {
    String value = System.getenv(name);
    if (value == null) {
      value = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A setting, or what holds where it is not set. */
  public static String get(String name, String otherwise) {
    String value = get(name);
    return value == null ? otherwise : value;
  }
}
