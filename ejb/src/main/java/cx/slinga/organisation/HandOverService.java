package cx.slinga.organisation;

import cx.slinga.audit.Origin;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For those who leave. */
@Stateless
@DenyAll
public class HandOverService {
  @Inject private HandOvers handOvers;
  @Inject private People people;
  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Origin origin;
  @Inject private Event<DomainEvent> events;

  /**
   * Moves all open cases, actions, causes and projects of a person to others, who are told by mail.
   *
   * @param person whose; also somebody who has left
   * @param to who takes over, or null for the stand-in, else the heads of the departments, else the
   *     CX owners
   * @return how many there were
   * @throws NotFoundException when there is no such person
   */
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.CX_OWNER})
  public HandedOver handOver(String person, @Nullable String to) {
    UUID leaver =
        database.read(
            h ->
                h.createQuery("select id from people where username = :name for no key update")
                    .bind("name", person)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(person)));
    UUID chosen = to == null ? null : people.owner("to", to).id().value();
    if (leaver.equals(chosen)) {
      throw BusinessException.ofField("to", "hand-over.to-self");
    }
    HandedOver moved =
        handOvers.handOver(leaver, person, chosen, currentUser.username(), origin.name());
    events.fire(moved);
    return moved;
  }
}
