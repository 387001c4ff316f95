package cx.slinga.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a case to a department, and there to a person or to the team, when all its conditions hold.
 * Without a condition it takes every case.
 *
 * @param name the rule's own name; without one its conditions are its name
 * @param person who gets it; without one the department's case owners share
 */
public record RoutingRule(
    @Nullable String name,
    List<Condition> when,
    UUID department,
    @Nullable UUID person,
    Sharing sharing) {
  public RoutingRule {
    when = List.copyOf(when);
  }
}
