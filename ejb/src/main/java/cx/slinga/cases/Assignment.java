package cx.slinga.cases;

import cx.slinga.organisation.People;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** To whom somebody may give cases; one of them, or many. */
@ApplicationScoped
class Assignment implements BulkVerb {
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

  @Override
  public String name() {
    return "assign";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD);
  }

  @Override
  public OnOne prepare(Caller caller, BulkInput input) {
    UUID owner = owner(caller, input.text("owner"));
    return new OnOne() {
      @Override
      public List<CaseEvent> apply(Case one) {
        return List.of(one.assignTo(owner));
      }

      @Override
      public SetChange setChange() {
        return (h, ids) ->
            h.createUpdate(
                    "update cases set owner_id = :owner, version = version + 1 where id ="
                        + " any(:ids) and owner_id <> :owner")
                .bind("owner", owner)
                .bind("ids", ids)
                .execute();
      }
    };
  }
}
