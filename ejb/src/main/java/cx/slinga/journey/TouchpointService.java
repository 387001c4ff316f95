package cx.slinga.journey;

import cx.slinga.organisation.People;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who answers for what the customer meets, and in which order it stands. */
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

  /**
   * Puts a touchpoint behind another one of its stage, or first.
   *
   * @param touchpoint key
   * @param after key of the touchpoint of the same stage that it is to follow, null for the first
   *     place
   * @throws NotFoundException when there is no such touchpoint
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void place(String touchpoint, @Nullable String after) {
    String follows = after == null || after.isBlank() ? null : after.strip();
    List<String> order = database.read(h -> stageOf(h, touchpoint));
    int at = order.indexOf(touchpoint);
    String before = at == 0 ? null : order.get(at - 1);
    order.remove(at);
    int behind = follows == null ? -1 : order.indexOf(follows);
    if (follows != null && behind < 0) {
      throw refusal(touchpoint, follows);
    }
    order.add(behind + 1, touchpoint);
    if (Objects.equals(before, follows)) {
      return;
    }
    database.write(
        h ->
            h.createUpdate(
                    "update touchpoints t set position = o.place from unnest(:keys) with ordinality"
                        + " o(key, place) where t.key = o.key and t.position <> o.place")
                .bind("keys", order.toArray(String[]::new))
                .execute());
    events.fire(
        new JourneyChanged(
            "touchpoint.changed",
            "touchpoint",
            touchpoint,
            Map.of("after", DomainEvent.Change.of(before, follows))));
  }

  private BusinessException refusal(String touchpoint, String follows) {
    if (follows.equals(touchpoint)) {
      return BusinessException.ofField("after", "touchpoint.after-itself");
    }
    return database
        .read(
            h ->
                h.createQuery("select name from touchpoints where key = :key")
                    .bind("key", follows)
                    .mapTo(String.class)
                    .findOne())
        .map(name -> BusinessException.ofField("after", "touchpoint.other-stage", name))
        .orElseGet(() -> BusinessException.ofField("after", "touchpoint.unknown", follows));
  }

  /** The touchpoints of its stage in order; whoever else orders them waits. */
  private static List<String> stageOf(Handle h, String touchpoint) {
    UUID stage =
        h.createQuery(
                "select s.id from stages s where s.id = (select t.stage_id from touchpoints t where"
                    + " t.key = :key) for no key update")
            .bind("key", touchpoint)
            .mapTo(UUID.class)
            .findOne()
            .orElseThrow(() -> new NotFoundException(touchpoint));
    return new ArrayList<>(
        h.createQuery("select key from touchpoints where stage_id = :id order by position, id")
            .bind("id", stage)
            .mapTo(String.class)
            .list());
  }
}
