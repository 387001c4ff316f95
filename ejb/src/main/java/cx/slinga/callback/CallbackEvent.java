package cx.slinga.callback;

import cx.slinga.shared.DomainEvent;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time to call the customer was agreed, changed or dropped. */
public record CallbackEvent(
    String verb, String number, @Nullable LocalDate before, @Nullable LocalDate after)
    implements DomainEvent {
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
    return Map.of("callback", Change.of(before, after));
  }
}
