package cx.slinga.organisation;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** A department was added, or is another than before. */
record DepartmentChanged(String verb, String key, Map<String, Change> changes)
    implements DomainEvent {
  @Override
  public String objectType() {
    return "department";
  }

  @Override
  public String objectId() {
    return key;
  }
}
