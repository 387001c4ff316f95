package cx.slinga.letters;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template was written, changed or deleted. Its words stay out of the record. */
public record TemplateEvent(
    String verb, UUID id, @Nullable String languageBefore, @Nullable String languageAfter)
    implements DomainEvent {
  @Override
  public String objectType() {
    return "template";
  }

  @Override
  public String objectId() {
    return id.toString();
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("language", Change.of(languageBefore, languageAfter));
  }
}
