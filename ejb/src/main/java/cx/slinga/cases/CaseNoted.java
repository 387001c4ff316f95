package cx.slinga.cases;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody wrote a note on a case. Which one is told, never its words. */
public record CaseNoted(String number, UUID note) implements DomainEvent {
  @Override
  public String verb() {
    return "case.noted";
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
    return Map.of("note", Change.to(note));
  }
}
