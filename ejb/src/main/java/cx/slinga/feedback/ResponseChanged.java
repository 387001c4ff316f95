package cx.slinga.feedback;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A single response was corrected at its source. */
record ResponseChanged(long id, @Nullable Integer scoreBefore, @Nullable Integer score)
    implements DomainEvent {
  @Override
  public String verb() {
    return "response.corrected";
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
    return Map.of("score", Change.of(scoreBefore, score));
  }
}
