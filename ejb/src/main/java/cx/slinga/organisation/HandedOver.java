package cx.slinga.organisation;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** All open work of a person went to others. */
public record HandedOver(String username, long cases, long actions, long causes, long projects)
    implements DomainEvent {
  /** Whether there was anything to move. */
  public boolean isSomething() {
    return cases + actions + causes + projects > 0;
  }

  @Override
  public String verb() {
    return "person.handed-over";
  }

  @Override
  public String objectType() {
    return "person";
  }

  @Override
  public String objectId() {
    return username;
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of(
        "cases", Change.of(cases, 0),
        "actions", Change.of(actions, 0),
        "causes", Change.of(causes, 0),
        "projects", Change.of(projects, 0));
  }
}
