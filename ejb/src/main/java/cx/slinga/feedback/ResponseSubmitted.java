package cx.slinga.feedback;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/** A single response was brought in. */
public record ResponseSubmitted(long id, String survey) implements DomainEvent {
  @Override
  public String verb() {
    return "response.submitted";
  }

  @Override
  public String objectType() {
    return "response";
  }

  @Override
  public String objectId() {
    return Long.toString(id);
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("survey", Change.to(survey));
  }
}
