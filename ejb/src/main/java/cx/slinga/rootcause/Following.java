package cx.slinga.rootcause;

import cx.slinga.cases.CaseQueries;
import cx.slinga.organisation.DepartmentOwners;
import cx.slinga.organisation.DepartmentOwners.InTurn;
import cx.slinga.organisation.DepartmentOwners.Taker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case follows its cause: complaints are taken care of where they can be ended. */
@ApplicationScoped
public class Following {
  private DepartmentOwners owners;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Following() {}

  @Inject
  public Following(DepartmentOwners owners, Clock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Who takes it over; empty when it stays, because the owner belongs to the department that causes
   * it, because it was felt in the same one, or because nobody is there to take it.
   *
   * @param felt department where it was felt, or null
   * @param caused department that causes it
   */
  public Optional<Taker> taker(UUID owner, @Nullable UUID felt, UUID caused) {
    return many(caused).taker(owner, felt);
  }

  /** As {@link #taker}, for many cases one after the other: what each takes counts for the next. */
  Many many(UUID caused) {
    return new Many(caused);
  }

  /** Cases that one department causes, and who takes each. */
  final class Many {
    private final UUID caused;
    private final Map<UUID, Boolean> belonging = new HashMap<>();
    private @Nullable InTurn takers;

    private Many(UUID caused) {
      this.caused = caused;
    }

    Optional<Taker> taker(UUID owner, @Nullable UUID felt) {
      if (caused.equals(felt) || belongs(owner)) {
        return Optional.empty();
      }
      InTurn known = takers;
      if (known == null) {
        known = owners.inTurn(caused, clock.instant().atZone(CaseQueries.ZONE).toLocalDate());
        takers = known;
      }
      return known.next();
    }

    private boolean belongs(UUID owner) {
      return belonging.computeIfAbsent(
          owner, person -> owners.departmentsOf(person).contains(caused));
    }
  }
}
