package cx.slinga.actionplan;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.Cases;
import cx.slinga.evidence.Proof;
import cx.slinga.organisation.People;
import cx.slinga.rootcause.Causes;
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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of the action plan. Who plans for the case, owns the cause, or heads the department
 * that can remove the cause or runs the project, does all of them; who owns an action may end it.
 * {@code version} is the action's that the user looked at; null skips the check.
 */
@Stateless
@DenyAll
public class ActionService {
  @Inject private Plans plans;
  @Inject private PlannedProjects projects;
  @Inject private Deadlines deadlines;
  @Inject private ActionEvidence proofs;
  @Inject private Cases cases;
  @Inject private Causes causes;
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
    Action made =
        new Action(
            found.id(),
            command.title(),
            command.kind(),
            people.owner("owner", command.owner()).id().value(),
            command.deadline(),
            caller.id().value(),
            clock.instant(),
            today());
    return added(made, found.calendar(), command.dependsOn());
  }

  /**
   * Adds an action to the plan that all cases of a cause share; of a merged cause, to that of the
   * one that took it in. A rejected cause gets none.
   *
   * @return the action's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID addShared(AddSharedAction command) {
    Caller caller = currentUser.get();
    plans.checkCause(caller, command.causeId());
    UUID cause = causes.named("causeId", command.causeId()).id();
    CalendarKey calendar = plans.checkCause(caller, cause);
    Action made =
        Action.shared(
            cause,
            command.title(),
            command.kind(),
            people.owner("owner", command.owner()).id().value(),
            command.deadline(),
            caller.id().value(),
            clock.instant(),
            today());
    return added(made, calendar, command.dependsOn());
  }

  /**
   * Adds an action to the plan of an improvement project; one that has ended gets none.
   *
   * @return the action's id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID addToProject(AddProjectAction command) {
    Caller caller = currentUser.get();
    PlannedProjects.Place place = projects.toPlanFor(caller, command.project());
    Action made =
        Action.ofProject(
            place.project(),
            command.title(),
            command.kind(),
            people.owner("owner", command.owner()).id().value(),
            command.deadline(),
            caller.id().value(),
            clock.instant(),
            today());
    return added(made, place.calendar(), command.dependsOn());
  }

  private UUID added(Action made, CalendarKey calendar, @Nullable UUID dependsOn) {
    deadlines.check(made.deadline(), calendar);
    plans.checkDependency(made, dependsOn);
    made.waitFor(dependsOn);
    plans.add(made);
    events.fire(
        new ActionChanged(
            "action.added", made.id(), null, ActionState.OPEN, made.ownerId(), made.deadline()));
    return made.id();
  }

  /**
   * It is done.
   *
   * @param evidence what shows it, in words; null for nothing
   * @param evidenceLink where it can be seen; null for nowhere
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void complete(
      UUID id, @Nullable Long version, @Nullable String evidence, @Nullable String evidenceLink) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, true);
    plans.checkTurn(action);
    ActionChanged done = action.complete(clock.instant());
    plans.ended(action);
    events.fire(done);
    if (!(isBlank(evidence) && isBlank(evidenceLink))) {
      Proof proof = Proof.of("evidence", evidence, "evidenceLink", evidenceLink, null);
      UUID kept = proofs.add(id, proof, caller.id().value(), clock.instant());
      events.fire(new ActionRevised("action.evidence-added", id, "evidence", null, kept, null));
    }
  }

  /** It will not be done, for a reason; the plan is then one action shorter. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void cancel(UUID id, @Nullable Long version, String reason) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, true);
    ActionRevised cancelled = action.cancel(reason, clock.instant());
    plans.cancelled(action);
    plans.record(caller, cancelled, clock.instant());
  }

  /** What was done or cancelled has to be done after all. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void reopen(UUID id, @Nullable Long version, String reason) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, false);
    plans.checkReopening(action);
    boolean wasCancelled = action.state() == ActionState.CANCELLED;
    ActionRevised reopened = action.reopen(reason);
    plans.reopened(action, wasCancelled);
    plans.record(caller, reopened, clock.instant());
  }

  /** Moves the deadline; the first one stays visible. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void moveDeadline(UUID id, @Nullable Long version, LocalDate deadline, String reason) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, false);
    ActionRevised moved = action.moveDeadline(deadline, reason, today());
    deadlines.check(deadline, plans.calendar(action));
    plans.record(caller, moved, clock.instant());
  }

  /** Gives the action to another owner. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void assign(UUID id, @Nullable Long version, String owner) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, false);
    UUID to = people.owner("owner", owner).id().value();
    plans.record(caller, action.assignTo(to), clock.instant());
  }

  /** Makes the action wait for another one, or no longer for any. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void dependOn(UUID id, @Nullable Long version, @Nullable UUID dependsOn) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, id, version, false);
    plans.checkDependency(action, dependsOn);
    plans.record(caller, action.waitFor(dependsOn), clock.instant());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private LocalDate today() {
    return clock.instant().atZone(CaseQueries.ZONE).toLocalDate();
  }
}
