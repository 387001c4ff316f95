package cx.slinga.cases;

import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what whoever talks to the customers learns of them: that they moved to another address, do
 * not want to be asked, or are about to leave.
 */
@Stateless
@DenyAll
public class CaseCustomerService {
  @Inject private Cases cases;
  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Event<DomainEvent> events;

  /**
   * Changes what is known of the customer of a case; the same customer's other cases see it too.
   *
   * @throws BusinessException of the field that cannot be right; without a field when it is not
   *     known who the customer is
   * @throws ChangedMeanwhileException when somebody else changed the customer since
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void change(ChangeCustomer command) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, command.number(), null);
    Known before =
        database
            .read(h -> known(h, found.id()))
            .orElseThrow(() -> new BusinessException("customer.unknown", found.number()));
    Long seen = command.version();
    if (seen != null && seen != before.version()) {
      throw new ChangedMeanwhileException(found.number());
    }
    CustomerFacts said =
        new CustomerFacts(
                before.facts().key(),
                command.name(),
                command.email(),
                command.phone(),
                command.segment(),
                command.language(),
                command.value(),
                command.consent(),
                command.churnState())
            .checked("");
    Map<String, Change> changes = changes(before.facts(), said);
    if (changes.isEmpty()) {
      return;
    }
    database.write(h -> write(h, before.id(), said));
    events.fire(new CustomerChanged(before.id(), changes));
  }

  private record Known(UUID id, long version, CustomerFacts facts) {}

  private static Optional<Known> known(Handle h, UUID caseId) {
    return h.createQuery(
            "select k.* from customers k join cases c on c.customer_id = k.id where c.id = :case"
                + " for update of k")
        .bind("case", caseId)
        .map(
            (row, context) ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    new CustomerFacts(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("segment"),
                        row.getString("language"),
                        constant(CustomerValue.class, row.getString("value")),
                        row.getBoolean("consent"),
                        constant(ChurnState.class, row.getString("churn_state")))))
        .findOne();
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static Map<String, Change> changes(CustomerFacts before, CustomerFacts after) {
    Map<String, Change> changes = new LinkedHashMap<>();
    untold(changes, "name", before.name(), after.name());
    untold(changes, "email", before.email(), after.email());
    untold(changes, "phone", before.phone(), after.phone());
    told(changes, "segment", before.segment(), after.segment());
    told(changes, "language", before.language(), after.language());
    told(changes, "value", before.value(), after.value());
    told(changes, "consent", before.consent(), after.consent());
    told(changes, "churnState", before.churnState(), after.churnState());
    return changes;
  }

  private static void told(
      Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(field, Change.of(before, after));
    }
  }

  /** Contact data: that it changed, not what it is. */
  private static void untold(
      Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(field, Change.of(null, null));
    }
  }

  private static int write(Handle h, UUID customer, CustomerFacts said) {
    return h.createUpdate(
            "update customers set name = :name, email = :email, phone = :phone, segment = :segment,"
                + " language = :language, value = :value, consent = :consent, no_contact = case"
                + " when consent = :consent then no_contact else not :consent end, churn_state ="
                + " :churn, version = version + 1 where id = :id")
        .bind("id", customer)
        .bind("name", said.name())
        .bind("email", said.email())
        .bind("phone", said.phone())
        .bind("segment", said.segment())
        .bind("language", said.language())
        .bind("value", said.value() == null ? null : said.value().name())
        .bind("consent", Boolean.TRUE.equals(said.consent()))
        .bind("churn", said.churnState() == null ? null : said.churnState().name())
        .execute();
  }
}
