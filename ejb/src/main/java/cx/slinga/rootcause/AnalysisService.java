package cx.slinga.rootcause;

import cx.slinga.cases.Case;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.Cases;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Finds out what is behind a case. */
@Stateless
@DenyAll
public class AnalysisService {
  @PersistenceContext private EntityManager entities;
  @Inject private Cases cases;
  @Inject private CauseLink link;
  @Inject private Touchpoints touchpoints;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Links the case to an existing cause or to a new one.
   *
   * @return the cause's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID nameCause(NameCause command) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, command.number(), command.version());
    TouchpointRow symptom = touchpoints.get("symptomTouchpoint", command.symptomTouchpoint());
    TouchpointRow cause = touchpoints.get("causeTouchpoint", command.causeTouchpoint());
    for (String why : command.whys()) {
      if (why.length() > CaseService.NOTE_MAX) {
        throw BusinessException.ofField("whys", "text.too-long", CaseService.NOTE_MAX);
      }
    }
    Cause named = existingOrNew(command, cause, caller);
    events.fire(
        found.analyse(
            named.id(),
            symptom.id(),
            symptom.departmentId(),
            cause.id(),
            cause.departmentId(),
            command.whys(),
            clock.instant()));
    return named.id();
  }

  private Cause existingOrNew(NameCause command, TouchpointRow touchpoint, Caller caller) {
    if (command.causeId() != null) {
      return link.existing(command.causeId());
    }
    String title = command.newCause() == null ? "" : command.newCause();
    Cause made =
        new Cause(
            title,
            touchpoint.id(),
            touchpoint.departmentId(),
            caller.id().value(),
            clock.instant());
    entities.persist(made);
    // the case row refers to it, and the record is written by plain SQL
    entities.flush();
    events.fire(new CauseNamed(made.id(), touchpoint.id()));
    return made;
  }
}
