package cx.slinga.clocks;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** Something else is promised from now on; the clocks of the open cases follow. */
public record ServiceLevelsChanged(int before, int after, Map<String, Change> what, int movedCases)
    implements DomainEvent {
  @Override
  public String verb() {
    return "service-levels.changed";
  }

  @Override
  public String objectType() {
    return "service-levels";
  }

  @Override
  public String objectId() {
    return Integer.toString(after);
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new java.util.TreeMap<>(what);
    changes.put("version", Change.of(before, after));
    changes.put("movedCases", Change.to(movedCases));
    return changes;
  }
}
