package cx.slinga.rootcause;

import cx.slinga.organisation.HandOver;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Gives all causes of a person that are still worked on to others, with an entry in the record for
 * each. The number of statements does not depend on how many there are.
 */
@ApplicationScoped
public class CauseHandOver {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CauseHandOver() {}

  @Inject
  public CauseHandOver(Database database) {
    this.database = database;
  }

  private record Open(UUID id, UUID department) {}

  /** Moves what this feature keeps. */
  public void move(@Observes HandOver handOver) {
    database.write(h -> move(h, handOver));
  }

  private static void move(Handle h, HandOver handOver) {
    List<Open> causes =
        h.createQuery(
                "select id, department_id from causes where coalesce(owner_id, created_by) ="
                    + " :person and merged_into is null and state not in ('VERIFIED', 'REJECTED')"
                    + " order by id for no key update")
            .bind("person", handOver.person())
            .map(
                (row, context) ->
                    new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("department_id", UUID.class)))
            .list();
    if (causes.isEmpty()) {
      return;
    }
    UUID[] owners = new UUID[causes.size()];
    CopyText record = new CopyText();
    for (int i = 0; i < owners.length; i++) {
      Open one = causes.get(i);
      owners[i] = handOver.successors().next(one.department());
      handOver.movedCause(owners[i]);
      record
          .at(handOver.at())
          .text(handOver.actor())
          .text(handOver.origin())
          .text("cause.assigned")
          .text("cause")
          .text(one.id().toString())
          .text("{\"owner\":[\"" + handOver.person() + "\",\"" + owners[i] + "\"]}")
          .endRow();
    }
    h.createUpdate(
            "update causes c set owner_id = s.owner, changed_at = :at, version = c.version + 1 from"
                + " unnest(:ids, :owners) as s(id, owner) where c.id = s.id")
        .bind("at", handOver.at().atOffset(ZoneOffset.UTC))
        .bind("ids", causes.stream().map(Open::id).toArray(UUID[]::new))
        .bind("owners", owners)
        .execute();
    record.copyInto(h, "audit_entries", "at, actor, origin, verb, object_type, object_id, changes");
  }
}
