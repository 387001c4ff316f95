package cx.slinga.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how much is at stake when all its conditions hold.
 *
 * @param name the rule's own name; without one its conditions are its name
 */
public record SeverityRule(@Nullable String name, List<Condition> when, SeverityStep then) {
  public SeverityRule {
    when = List.copyOf(when);
  }
}
