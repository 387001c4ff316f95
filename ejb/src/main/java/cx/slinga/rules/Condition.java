package cx.slinga.rules;

import java.util.List;

/**
 * One condition of a rule.
 *
 * @param values one number for a band, none for a flag, else the values of which one must fit
 */
public record Condition(Subject subject, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }

  /** At most so much on the subject's scale. */
  public static Condition atMost(Subject band, int most) {
    return new Condition(band, List.of(Integer.toString(most)));
  }

  /** One of these. */
  public static Condition oneOf(Subject subject, String... values) {
    return new Condition(subject, List.of(values));
  }

  /** That it is so. */
  public static Condition flag(Subject flag) {
    return new Condition(flag, List.of());
  }
}
