package cx.slinga.journey;

import cx.slinga.organisation.People;
import cx.slinga.security.Roles;
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

/** Who answers for what the customer meets. */
@Stateless
@DenyAll
public class TouchpointService {
  @Inject private Database database;
  @Inject private People people;
  @Inject private Event<DomainEvent> events;

  private record Known(UUID id, UUID department, @Nullable UUID person) {}

  /**
   * Gives a touchpoint to a department and, if wished, to one person: new cases go there. Cases
   * that are open stay where they are.
   *
   * @param touchpoint key
   * @param department key
   * @param person username, or null for everybody of the department in turn
   * @throws NotFoundException when there is no such touchpoint
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void assign(String touchpoint, String department, @Nullable String person) {
    Known before =
        database.read(
            h ->
                h.createQuery(
                        "select id, department_id, person_id from touchpoints where key = :key for"
                            + " no key update")
                    .bind("key", touchpoint)
                    .map(
                        (row, context) ->
                            new Known(
                                row.getObject("id", UUID.class),
                                row.getObject("department_id", UUID.class),
                                row.getObject("person_id", UUID.class)))
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(touchpoint)));
    Responsible chosen = database.read(h -> Responsible.of(h, people, department, person));
    database.write(
        h ->
            h.createUpdate(
                    "update touchpoints set department_id = :department, person_id = cast(:person"
                        + " as uuid), version = version + 1 where id = :id")
                .bind("department", chosen.department())
                .bind("person", chosen.person())
                .bind("id", before.id())
                .execute());
    events.fire(
        new ResponsibilityChanged(
            touchpoint,
            before.department(),
            chosen.department(),
            before.person(),
            chosen.person()));
  }
}
