package cx.slinga.cases;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a customer was changed. Names, addresses and numbers are not told, only that
 * they changed: a customer can be erased, the record cannot.
 */
public record CustomerChanged(UUID customer, Map<String, Change> changes) implements DomainEvent {
  @Override
  public String verb() {
    return "customer.changed";
  }

  @Override
  public String objectType() {
    return "customer";
  }

  @Override
  public String objectId() {
    return customer.toString();
  }
}
