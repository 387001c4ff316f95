package cx.slinga.rootcause;

import cx.slinga.bulk.BulkInput;
import cx.slinga.bulk.BulkVerb;
import cx.slinga.cases.Case;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Linking many cases to one existing cause: each keeps the touchpoint where its customer felt it
 * and the whys that were asked; the touchpoint that caused it is the cause's.
 */
@ApplicationScoped
class CauseLink implements BulkVerb {
  @Inject private Causes causes;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "link";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER);
  }

  @Override
  public OnOne prepare(Caller caller, BulkInput input) {
    Cause cause = causes.named("causeId", input.id("causeId"));
    return one -> link(one, cause);
  }

  private List<? extends DomainEvent> link(Case one, Cause cause) {
    UUID symptom = one.symptomTouchpointId();
    UUID department = one.symptomDepartmentId();
    if (symptom == null || department == null) {
      throw new BusinessException("case.symptom-unknown", one.number());
    }
    return List.of(
        one.analyse(
            cause.id(),
            symptom,
            department,
            cause.touchpointId(),
            cause.departmentId(),
            one.whys(),
            clock.instant()));
  }
}
