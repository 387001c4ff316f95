package cx.slinga.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule as somebody would have it, not yet checked.
 *
 * @param department key of the department, as the reader names it
 * @param person username of who gets the cases; without one the department's case owners share
 */
public record RoutingRuleDraft(
    @Nullable String name,
    List<Condition> when,
    @Nullable String department,
    @Nullable String person,
    Sharing sharing) {
  public RoutingRuleDraft {
    when = List.copyOf(when);
  }
}
