package cx.slinga.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an answer negative when all its conditions hold.
 *
 * @param name the rule's own name; without one its conditions are its name
 */
public record NegativityRule(@Nullable String name, List<Condition> when) {
  public NegativityRule {
    when = List.copyOf(when);
  }
}
