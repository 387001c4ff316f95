package cx.slinga.audit;

import cx.slinga.security.CurrentUser;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes the record. Nothing else inserts into it but the bulk opening of cases by an import. */
@Stateless
@PermitAll // written on behalf of whoever was allowed the change itself
public class AuditTrail {
  private static final String COLUMNS = "at, actor, origin, verb, object_type, object_id, changes";

  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Origin origin;

  /** For the container. */
  @SuppressWarnings("NullAway")
  protected AuditTrail() {}

  /** For use outside the container, where only jobs have something to record: benchmarks, tests. */
  public AuditTrail(Database database, Clock clock) {
    this();
    this.database = database;
    this.clock = clock;
  }

  /** In the transaction of the change: if this fails, the change fails. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void record(@Observes DomainEvent event) {
    insert(clock.instant(), currentUser.username(), origin.name(), event, "DONE", null);
  }

  /** In the transaction of the change, for a change that a job makes for somebody. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void recordFor(String actor, String origin, DomainEvent event) {
    insert(clock.instant(), actor, origin, event, "DONE", null);
  }

  /** As {@link #recordFor(String, String, DomainEvent)}, for what the demo plays as past. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void recordFor(Instant at, String actor, String origin, DomainEvent event) {
    insert(at, actor, origin, event, "DONE", null);
  }

  /** In the transaction of the change, for what a job changed at once on somebody's behalf. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void recordMany(@Observes DomainEvents many) {
    CopyText rows = new CopyText();
    Instant at = clock.instant();
    for (DomainEvent event : many.events()) {
      rows.at(at)
          .text(many.actor())
          .text(many.origin())
          .text(event.verb())
          .text(event.objectType())
          .text(event.objectId())
          .text(ChangesJson.of(event.changes()))
          .endRow();
    }
    database.write(h -> rows.copyInto(h, "audit_entries", COLUMNS));
  }

  /** In a transaction of its own, because that of the refused attempt is rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recordRefusal(String verb, String objectType, String objectId, String reason) {
    insert(
        clock.instant(),
        currentUser.username(),
        origin.name(),
        new Attempt(verb, objectType, objectId),
        "REFUSED",
        reason);
  }

  private record Attempt(String verb, String objectType, String objectId) implements DomainEvent {}

  private void insert(
      Instant at,
      String actor,
      String from,
      DomainEvent event,
      String outcome,
      @Nullable String reason) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into audit_entries (at, actor, origin, verb, object_type, object_id,"
                        + " changes, outcome, reason) values (:at, :actor, :origin, :verb, :type,"
                        + " :id, cast(:changes as jsonb), :outcome, :reason)")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", actor)
                .bind("origin", from)
                .bind("verb", event.verb())
                .bind("type", event.objectType())
                .bind("id", event.objectId())
                .bind("changes", ChangesJson.of(event.changes()))
                .bind("outcome", outcome)
                .bind("reason", reason)
                .execute());
  }
}
