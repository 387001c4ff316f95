package cx.slinga.rules;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other rules hold from now on.
 *
 * @param survey key of the survey, or null for routing
 * @param before the version that held
 * @param after the version that holds now
 * @param rules how many there are now
 */
public record RulesChanged(@Nullable String survey, int before, int after, int rules)
    implements DomainEvent {
  @Override
  public String verb() {
    return "rules.changed";
  }

  @Override
  public String objectType() {
    return "rules";
  }

  @Override
  public String objectId() {
    return survey == null ? "routing" : survey;
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("version", Change.of(before, after), "rules", Change.to(rules));
  }
}
