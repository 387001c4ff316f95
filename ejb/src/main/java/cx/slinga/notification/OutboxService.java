package cx.slinga.notification;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;

/** What an administrator does with messages that could not be delivered. */
@Stateless
@DenyAll
public class OutboxService {
  @Inject private Database database;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Puts a dead message back; its attempts are counted anew, its id stays, so repeats are dropped.
   */
  @RolesAllowed(Roles.ADMINISTRATOR)
  public void sendAgain(long id) {
    change(id, "attempts = 0, dead_at = null, next_attempt_at = :now");
    events.fire(new OutboxEvent("message.sent-again", id, OutboxState.QUEUED));
  }

  /** Gives up a dead message for good. */
  @RolesAllowed(Roles.ADMINISTRATOR)
  public void discard(long id) {
    change(id, "discarded_at = :now");
    events.fire(new OutboxEvent("message.discarded", id, OutboxState.DISCARDED));
  }

  private void change(long id, String assignments) {
    int changed =
        database.read(
            h ->
                h.createUpdate(
                        "update outbox o set "
                            + assignments
                            + " where o.id = :id and "
                            + OutboxState.DEAD.condition())
                    .bind("id", id)
                    .bind("now", OffsetDateTime.now(clock))
                    .execute());
    if (changed == 0) {
      throw new BusinessException("message.not-dead");
    }
  }
}
