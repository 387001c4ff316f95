package cx.slinga.journey;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another department or person answers for a touchpoint. */
record ResponsibilityChanged(
    String key,
    UUID departmentBefore,
    UUID department,
    @Nullable UUID personBefore,
    @Nullable UUID person)
    implements DomainEvent {
  @Override
  public String verb() {
    return "touchpoint.assigned";
  }

  @Override
  public String objectType() {
    return "touchpoint";
  }

  @Override
  public String objectId() {
    return key;
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of(
        "department", Change.of(departmentBefore, department),
        "person", Change.of(personBefore, person));
  }
}
