package cx.slinga.rootcause;

import cx.slinga.cases.Case;
import cx.slinga.cases.Cases;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what is behind a case. */
@Stateless
@DenyAll
public class AnalysisService {
  @Inject private Cases cases;
  @Inject private Causes causes;
  @Inject private CauseTree tree;
  @Inject private Whys whys;
  @Inject private Following following;
  @Inject private Touchpoints touchpoints;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Links the case to an existing cause or to a new one. When another department causes it than its
   * owner's, the case follows there, unless the command says otherwise; where it was felt it stays
   * in sight.
   *
   * @return the cause's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID nameCause(NameCause command) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, command.number(), command.version());
    TouchpointRow symptom = touchpoints.get("symptomTouchpoint", command.symptomTouchpoint());
    TouchpointRow cause = touchpoints.get("causeTouchpoint", command.causeTouchpoint());
    causes.refuseClosed("causeTouchpoint", cause.departmentId());
    List<String> asked =
        Why.chain(command.whys().stream().map(answer -> new Why(null, answer, false)).toList())
            .stream()
            .map(Why::answer)
            .toList();
    Cause named = existingOrNew(command, cause, asked, caller);
    analyse(
        found,
        named,
        new Place(symptom.id(), symptom.departmentId()),
        new Place(cause.id(), cause.departmentId()),
        asked,
        command.handOver());
    return named.id();
  }

  /**
   * Links a case to a cause as it is: caused where the cause is, felt where the case says, with the
   * whys that the case has.
   *
   * @param handOver as {@link NameCause#handOver}
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void link(String number, @Nullable Long version, UUID causeId, boolean handOver) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    Cause named = causes.named("causeId", causeId);
    Place caused = new Place(named.touchpointId(), named.departmentId());
    UUID touchpoint = found.symptomTouchpointId();
    UUID department = found.symptomDepartmentId();
    Place felt =
        touchpoint == null || department == null ? caused : new Place(touchpoint, department);
    analyse(found, named, felt, caused, found.whys(), handOver);
  }

  private record Place(UUID touchpoint, UUID department) {}

  private void analyse(
      Case found, Cause named, Place felt, Place caused, List<String> whys, boolean handOver) {
    events.fire(
        found.analyse(
            named.id(),
            felt.touchpoint(),
            felt.department(),
            caused.touchpoint(),
            caused.department(),
            whys,
            clock.instant()));
    if (handOver) {
      following
          .taker(found.ownerId(), felt.department(), caused.department())
          .ifPresent(taker -> events.fire(found.assignTo(taker.id().value())));
    }
  }

  private Cause existingOrNew(
      NameCause command, TouchpointRow touchpoint, List<String> asked, Caller caller) {
    if (command.causeId() != null) {
      return causes.named("causeId", command.causeId());
    }
    String title = command.newCause() == null ? "" : command.newCause();
    Cause made =
        new Cause(
            title,
            touchpoint.id(),
            touchpoint.departmentId(),
            caller.id().value(),
            clock.instant());
    // whoever names it works on it, unless it is another department's
    following
        .taker(caller.id().value(), null, touchpoint.departmentId())
        .ifPresent(taker -> made.giveTo(taker.id().value(), clock.instant()));
    causes.add(made);
    tree.plant(made.id());
    // the first case asked for the cause: what it found out is where the cause begins
    whys.replace(made.id(), asked.stream().map(answer -> new Why(null, answer, false)).toList());
    events.fire(new CauseNamed(made.id(), touchpoint.id()));
    return made;
  }
}
