package cx.slinga.actionplan;

import cx.slinga.organisation.HandOver;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives all open actions of a person to others, with an entry in the record for each. The number of
 * statements does not depend on how many there are.
 */
@ApplicationScoped
public class ActionHandOver {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ActionHandOver() {}

  @Inject
  public ActionHandOver(Database database) {
    this.database = database;
  }

  private record Open(UUID id, @Nullable UUID department) {}

  /** Moves what this feature keeps. */
  public void move(@Observes HandOver handOver) {
    database.write(h -> move(h, handOver));
  }

  private static void move(Handle h, HandOver handOver) {
    List<Open> actions =
        h.createQuery(
                "select a.id, coalesce((select coalesce(c.cause_department_id,"
                    + " c.symptom_department_id) from cases c where c.id = a.case_id), (select"
                    + " k.department_id from causes k where k.id = a.cause_id), (select"
                    + " j.department_id from projects j where j.id = a.project_id)) as department"
                    + " from actions a where a.owner_id = :person and a.state = 'OPEN' order by"
                    + " a.id for no key update")
            .bind("person", handOver.person())
            .map(
                (row, context) ->
                    new Open(
                        row.getObject("id", UUID.class), row.getObject("department", UUID.class)))
            .list();
    if (actions.isEmpty()) {
      return;
    }
    UUID[] owners = new UUID[actions.size()];
    CopyText record = new CopyText();
    for (int i = 0; i < owners.length; i++) {
      Open one = actions.get(i);
      owners[i] = handOver.successors().next(one.department());
      handOver.movedAction(owners[i]);
      record
          .at(handOver.at())
          .text(handOver.actor())
          .text(handOver.origin())
          .text("action.assigned")
          .text("action")
          .text(one.id().toString())
          .text("{\"owner\":[\"" + handOver.person() + "\",\"" + owners[i] + "\"]}")
          .endRow();
    }
    h.createUpdate(
            "update actions a set owner_id = s.owner, version = a.version + 1 from unnest(:ids,"
                + " :owners) as s(id, owner) where a.id = s.id")
        .bind("ids", actions.stream().map(Open::id).toArray(UUID[]::new))
        .bind("owners", owners)
        .execute();
    record.copyInto(h, "audit_entries", "at, actor, origin, verb, object_type, object_id, changes");
  }
}
