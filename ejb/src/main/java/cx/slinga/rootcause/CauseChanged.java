package cx.slinga.rootcause;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Something happened to a cause; ids, states and counts, never what somebody wrote. */
public record CauseChanged(String verb, UUID id, Map<String, Change> changes)
    implements DomainEvent {
  public CauseChanged {
    changes = Map.copyOf(changes);
  }

  @Override
  public String objectType() {
    return "cause";
  }

  @Override
  public String objectId() {
    return id.toString();
  }
}
