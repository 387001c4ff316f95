package cx.slinga.rootcause;

import cx.slinga.bulk.BulkInput;
import cx.slinga.bulk.BulkVerb;
import cx.slinga.cases.Case;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Linking many cases to one existing cause: each keeps the touchpoint where its customer felt it,
 * or takes the cause's where none is known, and the whys that were asked; the touchpoint that
 * caused it is the cause's. As with the single link, a case follows to the department that causes
 * it.
 */
@ApplicationScoped
class CauseLink implements BulkVerb {
  @Inject private Causes causes;
  @Inject private Following following;
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
    Following.Many followers = following.many(cause.departmentId());
    return one -> link(one, cause, followers);
  }

  private List<? extends DomainEvent> link(Case one, Cause cause, Following.Many followers) {
    UUID touchpoint = one.symptomTouchpointId();
    UUID department = one.symptomDepartmentId();
    UUID felt = cause.touchpointId();
    UUID feltBy = cause.departmentId();
    if (touchpoint != null && department != null) {
      felt = touchpoint;
      feltBy = department;
    }
    List<DomainEvent> happened = new ArrayList<>();
    happened.add(
        one.analyse(
            cause.id(),
            felt,
            feltBy,
            cause.touchpointId(),
            cause.departmentId(),
            one.whys(),
            clock.instant()));
    followers
        .taker(one.ownerId(), feltBy)
        .ifPresent(taker -> happened.add(one.assignTo(taker.id().value())));
    return happened;
  }
}
