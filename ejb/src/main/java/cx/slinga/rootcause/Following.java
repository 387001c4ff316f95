package cx.slinga.rootcause;

import cx.slinga.cases.CaseQueries;
import cx.slinga.organisation.DepartmentOwners;
import cx.slinga.organisation.DepartmentOwners.Taker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
    if (caused.equals(felt) || owners.departmentsOf(owner).contains(caused)) {
      return Optional.empty();
    }
    return owners.next(caused, clock.instant().atZone(CaseQueries.ZONE).toLocalDate());
  }
}
