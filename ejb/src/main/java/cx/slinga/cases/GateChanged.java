package cx.slinga.cases;

import cx.slinga.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of the gate were changed. */
public record GateChanged(GateRules before, GateRules after) implements DomainEvent {
  @Override
  public String verb() {
    return "gate.changed";
  }

  @Override
  public String objectType() {
    return "gate";
  }

  @Override
  public String objectId() {
    return "gate";
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    put(changes, "fourEyes", before.fourEyes(), after.fourEyes());
    put(changes, "askAgain", before.askAgain(), after.askAgain());
    put(changes, "coolDownDays", before.coolDownDays(), after.coolDownDays());
    put(changes, "validDays", before.validDays(), after.validDays());
    return changes;
  }

  private static void put(Map<String, Change> changes, String name, Object old, Object now) {
    if (!old.equals(now)) {
      changes.put(name, Change.of(old, now));
    }
  }
}
