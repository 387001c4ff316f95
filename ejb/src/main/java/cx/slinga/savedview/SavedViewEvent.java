package cx.slinga.savedview;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A view was saved, renamed or deleted; its name is the person's own words and stays out. */
public record SavedViewEvent(String verb, UUID id, @Nullable UUID department)
    implements DomainEvent {
  @Override
  public String objectType() {
    return "view";
  }

  @Override
  public String objectId() {
    return id.toString();
  }

  @Override
  public Map<String, Change> changes() {
    return department == null ? Map.of() : Map.of("department", Change.to(department));
  }
}
