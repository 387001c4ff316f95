package cx.slinga.api.shared;

import org.jspecify.annotations.Nullable;

/** Parameters that a call cannot do without. */
public final class Required {
  private Required() {}

  /**
   * The value.
   *
   * @throws BadRequest when there is none
   */
  public static String parameter(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new BadRequest(name, "parameter.missing", name);
    }
    return value.strip();
  }

  /**
   * A yes or no.
   *
   * @throws BadRequest when it is neither
   */
  public static boolean flag(String name, @Nullable String value, boolean otherwise) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    return switch (value.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadRequest(name, "parameter.not-a-flag", name);
    };
  }
}
