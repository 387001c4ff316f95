package cx.slinga.actionplan;

import cx.slinga.shared.DomainEvent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action was added, done or cancelled. */
public record ActionChanged(
    String verb,
    UUID id,
    @Nullable ActionState before,
    ActionState after,
    @Nullable UUID owner,
    @Nullable LocalDate deadline)
    implements DomainEvent {
  @Override
  public String objectType() {
    return "action";
  }

  @Override
  public String objectId() {
    return id.toString();
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("state", Change.of(before, after));
    if (owner != null) {
      changes.put("owner", Change.to(owner));
    }
    if (deadline != null) {
      changes.put("deadline", Change.to(deadline));
    }
    return changes;
  }
}
