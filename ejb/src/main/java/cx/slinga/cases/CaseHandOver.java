package cx.slinga.cases;

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
 * Gives all open cases of a person to others, with an entry in the record for each. The number of
 * statements does not depend on how many there are.
 */
@ApplicationScoped
public class CaseHandOver {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CaseHandOver() {}

  @Inject
  public CaseHandOver(Database database) {
    this.database = database;
  }

  private record Open(UUID id, String number, @Nullable UUID department) {}

  /** Moves what this feature keeps. */
  public void move(@Observes HandOver handOver) {
    database.write(h -> move(h, handOver));
  }

  private static void move(Handle h, HandOver handOver) {
    List<Open> cases =
        h.createQuery(
                "select id, number, coalesce(cause_department_id, symptom_department_id) as"
                    + " department from cases where owner_id = :person and state not in"
                    + " ('CLOSED', 'DISMISSED') order by id for no key update")
            .bind("person", handOver.person())
            .map(
                (row, context) ->
                    new Open(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getObject("department", UUID.class)))
            .list();
    if (cases.isEmpty()) {
      return;
    }
    UUID[] owners = new UUID[cases.size()];
    CopyText record = new CopyText();
    for (int i = 0; i < owners.length; i++) {
      Open one = cases.get(i);
      owners[i] = handOver.successors().next(one.department());
      handOver.movedCase(owners[i]);
      record
          .at(handOver.at())
          .text(handOver.actor())
          .text(handOver.origin())
          .text("case.assigned")
          .text("case")
          .text(one.number())
          .text("{\"owner\":[\"" + handOver.person() + "\",\"" + owners[i] + "\"]}")
          .endRow();
    }
    h.createUpdate(
            "update cases c set owner_id = s.owner, version = c.version + 1 from unnest(:ids,"
                + " :owners) as s(id, owner) where c.id = s.id")
        .bind("ids", cases.stream().map(Open::id).toArray(UUID[]::new))
        .bind("owners", owners)
        .execute();
    record.copyInto(h, "audit_entries", "at, actor, origin, verb, object_type, object_id, changes");
  }
}
