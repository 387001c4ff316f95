package cx.slinga.cases;

import cx.slinga.organisation.People;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;

/** To whom somebody may give cases; one of them, or many. */
@ApplicationScoped
public class Assignment {
  @Inject private People people;

  /**
   * The new owner; a department head chooses within the own departments only.
   *
   * @throws BusinessException of the field {@code owner}
   */
  public UUID owner(Caller caller, String username) {
    People.Candidate owner = people.owner("owner", username);
    if (!caller.is(Roles.CX_OWNER)
        && Collections.disjoint(owner.departments(), caller.departments())) {
      throw BusinessException.ofField("owner", "person.not-in-department", owner.name());
    }
    return owner.id().value();
  }
}
