package cx.slinga.improvement;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a project.
 *
 * @param owner who owns it since, null when that did not change
 */
public record ProjectChanged(
    String verb, String objectId, Map<String, Change> changes, @Nullable UUID owner)
    implements DomainEvent {
  /** As the record calls what it happened to. */
  public static final String TYPE = "project";

  @Override
  public String objectType() {
    return TYPE;
  }
}
