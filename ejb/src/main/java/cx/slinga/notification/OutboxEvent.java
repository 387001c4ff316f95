package cx.slinga.notification;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** A dead message was put back into the queue or thrown away. */
public record OutboxEvent(String verb, long id, OutboxState after) implements DomainEvent {
  @Override
  public String objectType() {
    return "message";
  }

  @Override
  public String objectId() {
    return Long.toString(id);
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("state", Change.of(OutboxState.DEAD, after));
  }
}
