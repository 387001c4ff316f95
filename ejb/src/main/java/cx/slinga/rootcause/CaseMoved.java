package cx.slinga.rootcause;

import cx.slinga.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case names another cause because the one it named was split or merged.
 *
 * @param touchpoint id of where it is caused now, null when that stayed as it was
 */
public record CaseMoved(String number, UUID before, UUID after, @Nullable UUID touchpoint)
    implements DomainEvent {
  @Override
  public String verb() {
    return "case.cause-moved";
  }

  @Override
  public String objectType() {
    return "case";
  }

  @Override
  public String objectId() {
    return number;
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("cause", Change.of(before, after));
    if (touchpoint != null) {
      changes.put("causeTouchpoint", Change.to(touchpoint));
    }
    return changes;
  }
}
