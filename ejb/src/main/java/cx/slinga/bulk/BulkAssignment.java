package cx.slinga.bulk;

import cx.slinga.cases.Assignment;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseEvent;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Giving many cases to one owner. */
@ApplicationScoped
class BulkAssignment implements BulkVerb {
  @Inject private Assignment assignment;

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
    UUID owner = assignment.owner(caller, input.text("owner"));
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
