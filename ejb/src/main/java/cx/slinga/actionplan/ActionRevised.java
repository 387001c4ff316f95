package cx.slinga.actionplan;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One field of an action became another.
 *
 * @param step what the action's history keeps of it, null for nothing
 */
public record ActionRevised(
    String verb,
    UUID id,
    String field,
    @Nullable Object before,
    @Nullable Object after,
    @Nullable ActionStep step)
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
    return Map.of(field, Change.of(before, after));
  }
}
