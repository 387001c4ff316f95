package cx.slinga.rootcause;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A cause was written down for the first time. */
public record CauseNamed(UUID id, UUID touchpointId) implements DomainEvent {
  @Override
  public String verb() {
    return "cause.named";
  }

  @Override
  public String objectType() {
    return "cause";
  }

  @Override
  public String objectId() {
    return id.toString();
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("state", Change.to(CauseState.SUSPECTED), "touchpoint", Change.to(touchpointId));
  }
}
