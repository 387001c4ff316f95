package cx.slinga.organisation;

import cx.slinga.shared.DomainEvent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody will be away, or will not after all. */
record AbsenceEvent(boolean announced, String username, UUID standIn, LocalDate from, LocalDate to)
    implements DomainEvent {
  @Override
  public String verb() {
    return announced ? "absence.announced" : "absence.cancelled";
  }

  @Override
  public String objectType() {
    return "person";
  }

  @Override
  public String objectId() {
    return username;
  }

  @Override
  public Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("standIn", change(standIn));
    changes.put("from", change(from));
    changes.put("to", change(to));
    return changes;
  }

  private Change change(Object value) {
    return announced ? Change.to(value) : Change.of(value, null);
  }
}
