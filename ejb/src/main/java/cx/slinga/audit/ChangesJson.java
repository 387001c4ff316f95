package cx.slinga.audit;

import cx.slinga.shared.DomainEvent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the record spells changes; also for those who write many entries in one statement. */
public final class ChangesJson {
  /** Looking for the library takes longer than using it. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private ChangesJson() {}

  /** Changes as JSON: {@code {"state":["OPEN","CLOSED"]}}. */
  public static String of(Map<String, DomainEvent.Change> changes) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    changes.forEach(
        (field, change) -> {
          JsonArrayBuilder pair = JSON.createArrayBuilder();
          add(pair, change.before());
          add(pair, change.after());
          object.add(field, pair);
        });
    return object.build().toString();
  }

  private static void add(JsonArrayBuilder pair, @Nullable String value) {
    if (value == null) {
      pair.addNull();
    } else {
      pair.add(value);
    }
  }
}
