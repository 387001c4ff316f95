package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads what a hand-over would move, for those who may do it, before they do. */
@Stateless
@DenyAll
public class HandOverQueries {
  @Inject private Database database;

  public HandOverQueries() {}

  /** For use outside the container: tests. */
  public HandOverQueries(Database database) {
    this.database = database;
  }

  /**
   * All that is open of somebody, as {@link HandOverService#handOver} would move it now.
   *
   * @param person username; also of somebody who has left
   * @throws NotFoundException when there is no such person
   */
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.CX_OWNER})
  public OpenWork open(String person) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.name, (select count(*) from cases where owner_id = p.id and state not"
                        + " in ('CLOSED', 'DISMISSED')) as cases, (select count(*) from actions"
                        + " where owner_id = p.id and state = 'OPEN') as actions, (select count(*)"
                        + " from causes where coalesce(owner_id, created_by) = p.id and merged_into"
                        + " is null and state not in ('VERIFIED', 'REJECTED')) as causes, (select"
                        + " count(*) from projects where owner_id = p.id and state in ('PROPOSED',"
                        + " 'APPROVED', 'RUNNING')) as projects from people p where p.username ="
                        + " :person")
                .bind("person", person)
                .map(
                    (row, context) ->
                        new OpenWork(
                            row.getString("name"),
                            row.getLong("cases"),
                            row.getLong("actions"),
                            row.getLong("causes"),
                            row.getLong("projects")))
                .findOne()
                .orElseThrow(() -> new NotFoundException(person)));
  }
}
