package cx.slinga.bulk;

import cx.slinga.cases.DismissalReason;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Dismissing many cases for one reason. */
@ApplicationScoped
class BulkDismissal implements BulkVerb {
  @Inject private Clock clock;

  @Override
  public String name() {
    return "dismiss";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD);
  }

  @Override
  public OnOne prepare(Caller caller, BulkInput input) {
    DismissalReason reason = input.constant(DismissalReason.class, "reason");
    String note = DismissalReason.note(input.text("note"));
    return one -> List.of(one.dismiss(reason, note, clock.instant()));
  }
}
