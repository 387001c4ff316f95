package cx.slinga.organisation;

import cx.slinga.security.Caller.PersonId;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

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
    return inTurn(department, today).next();
  }

  /** Those who take many cases of the department, one after the other. */
  public InTurn inTurn(UUID department, LocalDate today) {
    return new InTurn(
        database.read(
            h ->
                h.createQuery(
                        "select p.id, p.username, p.name, m.person_id is not null and 'case_owner'"
                            + " = any(p.roles) as works, exists (select from absences a where"
                            + " a.person_id = p.id and :today between a.from_day and a.to_day) as"
                            + " away, (select count(*) from cases c where c.owner_id = p.id and"
                            + " c.state not in ('CLOSED', 'DISMISSED')) as open from people p left"
                            + " join memberships m on m.person_id = p.id and m.department_id ="
                            + " :department left join departments d on d.head_id = p.id and d.id ="
                            + " :department where p.active and (m.person_id is not null and"
                            + " 'case_owner' = any(p.roles) or d.id is not null)")
                    .bind("department", department)
                    .bind("today", today)
                    .map(
                        (row, context) ->
                            new InTurn.Load(
                                new Taker(
                                    new PersonId(row.getObject("id", UUID.class)),
                                    row.getString("username"),
                                    row.getString("name")),
                                row.getBoolean("works"),
                                row.getBoolean("away"),
                                row.getLong("open")))
                    .list()));
  }

  /** People by what each has to do; whoever takes a case has one more when the next comes. */
  public static final class InTurn {
    private static final Comparator<Load> FIRST =
        Comparator.comparing(Load::works)
            .reversed()
            .thenComparing(Load::away)
            .thenComparing(Load::open)
            .thenComparing(load -> load.taker().username());

    private final PriorityQueue<Load> loads = new PriorityQueue<>(FIRST);

    private InTurn(List<Load> loads) {
      this.loads.addAll(loads);
    }

    private record Load(Taker taker, boolean works, boolean away, long open) {
      Load more() {
        return new Load(taker, works, away, open + 1);
      }
    }

    /** Who takes the next one; empty when nobody is there. */
    public Optional<Taker> next() {
      Load load = loads.poll();
      if (load == null) {
        return Optional.empty();
      }
      loads.add(load.more());
      return Optional.of(load.taker());
    }
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
