package cx.slinga.servicelevel;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What happens to the service level as a whole. */
public sealed interface ServiceLevelEvent extends DomainEvent {
  int version();

  @Override
  default String objectType() {
    return "service-levels";
  }

  @Override
  default String objectId() {
    return Integer.toString(version());
  }

  /**
   * Something else is promised from now on; the clocks of the open cases begin to follow when this
   * is committed.
   *
   * @param job that lets them
   */
  record Changed(int before, int version, Map<String, Change> what, int openCases, UUID job)
      implements ServiceLevelEvent {
    @Override
    public String verb() {
      return "service-levels.changed";
    }

    @Override
    public Map<String, Change> changes() {
      Map<String, Change> changes = new TreeMap<>(what);
      changes.put("version", Change.of(before, version));
      changes.put("openCases", Change.to(openCases));
      return changes;
    }
  }

  /** All cases that were open have followed. */
  record Followed(int version, int looked, int moved) implements ServiceLevelEvent {
    @Override
    public String verb() {
      return "service-levels.followed";
    }

    @Override
    public Map<String, Change> changes() {
      return Map.of("openCases", Change.to(looked), "movedCases", Change.to(moved));
    }
  }
}
