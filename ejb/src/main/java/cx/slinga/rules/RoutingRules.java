package cx.slinga.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The house's routing rules in one version, the first to ask first.
 *
 * @param version 0 when there are none yet
 */
public record RoutingRules(int version, List<RoutingRule> rules) {
  public RoutingRules {
    rules = List.copyOf(rules);
  }

  /** No rule: touchpoints decide. */
  public static RoutingRules none() {
    return new RoutingRules(0, List.of());
  }

  /** Departments in which people take turns. */
  public Set<UUID> takingTurns() {
    return rules.stream()
        .filter(rule -> rule.person() == null && rule.sharing() == Sharing.ROUND_ROBIN)
        .map(RoutingRule::department)
        .collect(Collectors.toUnmodifiableSet());
  }
}
