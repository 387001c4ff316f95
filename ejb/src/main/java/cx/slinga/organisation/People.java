package cx.slinga.organisation;

import cx.slinga.security.Caller.PersonId;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks people up by name, for the services. */
@ApplicationScoped
public class People {
  @Inject private Database database;

  /** Somebody who may own cases and actions. */
  public record Candidate(PersonId id, String username, String name, Set<UUID> departments) {}

  /**
   * An active person who may own cases and actions.
   *
   * @param field the command's component that named the person, for the refusal
   * @throws BusinessException when there is no such person
   */
  public Candidate owner(String field, String username) {
    return find(username)
        .orElseThrow(() -> BusinessException.ofField(field, "person.unknown", username));
  }

  private Optional<Candidate> find(String username) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.username, p.name, array(select m.department_id from memberships"
                        + " m where m.person_id = p.id union select d.id from departments d where"
                        + " d.head_id = p.id) as departments from people p where p.username ="
                        + " :username and p.active and p.roles && array['cx_owner',"
                        + " 'department_head', 'case_owner']")
                .bind("username", username)
                .map(
                    (row, context) ->
                        new Candidate(
                            new PersonId(row.getObject("id", UUID.class)),
                            row.getString("username"),
                            row.getString("name"),
                            Stream.of((UUID[]) row.getArray("departments").getArray())
                                .collect(Collectors.toSet())))
                .findOne());
  }
}
