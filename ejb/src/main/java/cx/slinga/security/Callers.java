package cx.slinga.security;

import cx.slinga.security.Caller.PersonId;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * People as callers, for jobs that work on somebody's behalf while nobody is logged in: roles and
 * departments as the mirrored directory has them at that moment.
 */
@ApplicationScoped
public class Callers {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Callers() {}

  @Inject
  public Callers(Database database) {
    this.database = database;
  }

  /** The person; empty when there is no active one of that name. */
  public Optional<Caller> find(String username) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.name, p.roles, array(select department_id from memberships m"
                        + " where m.person_id = p.id union select d.id from departments d where"
                        + " d.head_id = p.id) as departments from people p where p.username ="
                        + " :username and p.active")
                .bind("username", username)
                .map(
                    (row, context) ->
                        new Caller(
                            new PersonId(row.getObject("id", UUID.class)),
                            username,
                            row.getString("name"),
                            Set.copyOf(List.of((String[]) row.getArray("roles").getArray())),
                            Set.copyOf(List.of((UUID[]) row.getArray("departments").getArray()))))
                .findOne());
  }
}
