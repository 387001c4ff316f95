package cx.slinga.organisation;

import cx.slinga.security.Caller.PersonId;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who takes the next case of a department. */
@ApplicationScoped
public class DepartmentOwners {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DepartmentOwners() {}

  @Inject
  public DepartmentOwners(Database database) {
    this.database = database;
  }

  /** Somebody who could take it. */
  public record Taker(PersonId id, String username, String name) {}

  /**
   * Of the department's case owners who are at work the one with the fewest open cases, else its
   * head; empty when it has neither.
   */
  public Optional<Taker> next(UUID department, LocalDate today) {
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.username, p.name from people p left join memberships m on"
                        + " m.person_id = p.id and m.department_id = :department left join"
                        + " departments d on d.head_id = p.id and d.id = :department where p.active"
                        + " and (m.person_id is not null and 'case_owner' = any(p.roles) or d.id is"
                        + " not null) order by (m.person_id is not null and 'case_owner' ="
                        + " any(p.roles)) desc, exists (select from absences a where a.person_id ="
                        + " p.id and :today between a.from_day and a.to_day), (select count(*) from"
                        + " cases c where c.owner_id = p.id and c.state not in ('CLOSED',"
                        + " 'DISMISSED')), p.username limit 1")
                .bind("department", department)
                .bind("today", today)
                .map(ConstructorMapper.of(Taker.class))
                .findOne());
  }

  /** The departments that somebody belongs to or heads. */
  public Set<UUID> departmentsOf(UUID person) {
    return database.read(
        h ->
            h.createQuery(
                    "select department_id from memberships where person_id = :person union select"
                        + " id from departments where head_id = :person")
                .bind("person", person)
                .mapTo(UUID.class)
                .set());
  }
}
