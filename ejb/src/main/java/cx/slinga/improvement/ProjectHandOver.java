package cx.slinga.improvement;

import cx.slinga.organisation.HandOver;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Gives all projects of a person that have not ended to others, with an entry in the record for
 * each. The number of statements does not depend on how many there are.
 */
@ApplicationScoped
public class ProjectHandOver {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ProjectHandOver() {}

  @Inject
  public ProjectHandOver(Database database) {
    this.database = database;
  }

  private record Open(UUID id, String number, UUID department) {}

  /** Moves what this feature keeps. */
  public void move(@Observes HandOver handOver) {
    database.write(h -> move(h, handOver));
  }

  private static void move(Handle h, HandOver handOver) {
    List<Open> projects =
        h.createQuery(
                "select id, number, department_id from projects where owner_id = :person and state"
                    + " in ('PROPOSED', 'APPROVED', 'RUNNING') order by id for no key update")
            .bind("person", handOver.person())
            .map(
                (row, context) ->
                    new Open(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getObject("department_id", UUID.class)))
            .list();
    if (projects.isEmpty()) {
      return;
    }
    UUID[] owners = new UUID[projects.size()];
    CopyText record = new CopyText();
    for (int i = 0; i < owners.length; i++) {
      Open one = projects.get(i);
      owners[i] = handOver.successors().next(one.department());
      handOver.movedProject(owners[i]);
      record
          .at(handOver.at())
          .text(handOver.actor())
          .text(handOver.origin())
          .text("project.assigned")
          .text(ProjectChanged.TYPE)
          .text(one.number())
          .text("{\"owner\":[\"" + handOver.person() + "\",\"" + owners[i] + "\"]}")
          .endRow();
    }
    UUID[] ids = projects.stream().map(Open::id).toArray(UUID[]::new);
    OffsetDateTime at = handOver.at().atOffset(ZoneOffset.UTC);
    h.createUpdate(
            "update projects p set owner_id = s.owner, changed_at = :at, version = p.version + 1"
                + " from unnest(:ids, :owners) as s(id, owner) where p.id = s.id")
        .bind("at", at)
        .bind("ids", ids)
        .bind("owners", owners)
        .execute();
    h.createUpdate(
            "insert into project_history (project_id, at, person_id, verb, owner_id) select s.id,"
                + " :at, (select id from people where username = :actor), 'project.assigned',"
                + " s.owner from unnest(:ids, :owners) as s(id, owner)")
        .bind("at", at)
        .bind("actor", handOver.actor())
        .bind("ids", ids)
        .bind("owners", owners)
        .execute();
    record.copyInto(h, "audit_entries", "at, actor, origin, verb, object_type, object_id, changes");
  }
}
