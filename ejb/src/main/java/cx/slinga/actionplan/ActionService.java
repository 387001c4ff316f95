package cx.slinga.actionplan;

import cx.slinga.cases.Case;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.Cases;
import cx.slinga.organisation.People;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The verbs of the action plan. */
@Stateless
@DenyAll
public class ActionService {
  @PersistenceContext private EntityManager entities;
  @Inject private Cases cases;
  @Inject private People people;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Adds an action to the plan of a case.
   *
   * @return the action's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID add(AddAction command) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, command.caseNumber(), command.caseVersion());
    UUID owner = people.owner("owner", command.owner()).id().value();
    Instant now = clock.instant();
    Action made =
        new Action(
            found.id(),
            command.title(),
            command.kind(),
            owner,
            command.deadline(),
            caller.id().value(),
            now,
            now.atZone(CaseQueries.ZONE).toLocalDate());
    entities.persist(made);
    events.fire(found.actionAdded());
    events.fire(
        new ActionChanged(
            "action.added", made.id(), null, ActionState.OPEN, owner, made.deadline()));
    return made.id();
  }

  /** It is done. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void complete(UUID id, @Nullable Long version) {
    Action action = openAction(id, version);
    events.fire(action.complete(clock.instant()));
  }

  /** It will not be done. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void cancel(UUID id, @Nullable Long version) {
    Action action = openAction(id, version);
    events.fire(action.cancel(clock.instant()));
  }

  private Action openAction(UUID id, @Nullable Long version) {
    Action action = entities.find(Action.class, id);
    if (action == null) {
      throw new NotFoundException(id);
    }
    Caller caller = currentUser.get();
    Case found =
        cases.get(workableBy(caller, action), caller, cases.numberOf(action.caseId()), null);
    if (version != null && version != action.version()) {
      throw new ChangedMeanwhileException(found.number());
    }
    if (action.state() == ActionState.OPEN) {
      events.fire(found.actionEnded());
    }
    return action;
  }

  /** Whoever owns the action may end it, in whatever case that the caller sees. */
  private static cx.slinga.security.Visibility workableBy(Caller caller, Action action) {
    return action.ownerId().equals(caller.id().value()) ? caller.cases() : caller.workable();
  }
}
