package cx.slinga.improvement;

import cx.slinga.cases.CaseQueries;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of a project. The CX owner does them on all, a head on those of the own departments.
 * {@code version} is the one that the user looked at; null skips the check.
 */
@Stateless
@DenyAll
public class ProjectService {
  @Inject private Projects projects;
  @Inject private ProjectCauses links;
  @Inject private Causes causes;
  @Inject private People people;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Proposes a project, with the causes that it is to remove.
   *
   * @return the project's number
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public String propose(ProposeProject command) {
    Caller caller = currentUser.get();
    Projects.Place place = projects.department(command.department());
    Projects.refuseForeign(caller, place.id());
    Instant now = clock.instant();
    Project made =
        new Project(
            projects.nextNumber(now),
            command.facts(),
            place.id(),
            people.owner("owner", command.owner()).id().value(),
            caller.id().value(),
            now,
            today());
    projects.add(made);
    tell(caller, made, made.proposed(), null, null);
    for (UUID cause : new LinkedHashSet<>(command.causes())) {
      link(caller, made, cause);
    }
    return made.number();
  }

  /** Says otherwise what it is to do, and whose it is. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void change(
      String project, @Nullable Long version, ProjectFacts facts, String department) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    Projects.Place place = projects.department(department);
    Projects.refuseForeign(caller, place.id());
    tell(caller, found, found.change(facts, place.id(), today(), clock.instant()), null, null);
  }

  /** Gives it to another owner. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void assign(String project, @Nullable Long version, String owner) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    UUID to = people.owner("owner", owner).id().value();
    tell(caller, found, found.assignTo(to, clock.instant()), null, null);
  }

  /** It is worth doing. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void approve(String project, @Nullable Long version) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    tell(caller, found, found.approve(clock.instant()), null, null);
  }

  /**
   * Begins. Refused while as many of its department run as should at most, unless it is said why.
   *
   * @param override why one more has to run; null or blank when nobody says so
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void start(String project, @Nullable Long version, @Nullable String override) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    RunningRoom room = projects.room(found.departmentId(), override);
    ProjectChanged started = found.start(room, clock.instant());
    tell(caller, found, started, room.isFull() ? room.override() : null, null);
    carry(found);
  }

  /** Everything that it was to do is done; refused while an action of its plan is open. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void finish(String project, @Nullable Long version) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    tell(caller, found, found.finish(clock.instant()), null, null);
    carry(found);
  }

  /** Everybody has been shown what came of it. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void celebrate(String project, @Nullable Long version) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    tell(caller, found, found.celebrate(clock.instant()), null, null);
    carry(found);
  }

  /** Gives it up. Cases that were closed meanwhile stay closed; what was planned stays planned. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void stop(String project, @Nullable Long version, String reason) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    ProjectChanged stopped = found.stop(reason, clock.instant());
    tell(caller, found, stopped, found.stopReason(), null);
    carry(found);
  }

  /**
   * It removes one more cause; of a merged cause, the one that took it in. A rejected cause is
   * refused, and one that it removes already changes nothing.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void link(String project, @Nullable Long version, UUID cause) {
    Caller caller = currentUser.get();
    link(caller, projects.get(caller, project, version), cause);
  }

  private void link(Caller caller, Project project, UUID named) {
    UUID cause = causes.named("cause", named).id();
    project.refuseWhenEnded();
    if (links.isLinked(project.id(), cause)) {
      return;
    }
    ProjectChanged linked = project.link(cause, clock.instant());
    projects.flush();
    if (links.link(project.id(), cause)) {
      tell(caller, project, linked, null, cause);
      links.carry(cause);
    }
  }

  /** It does not remove that cause. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void unlink(String project, @Nullable Long version, UUID cause) {
    Caller caller = currentUser.get();
    Project found = projects.get(caller, project, version);
    ProjectChanged unlinked = found.unlink(cause, clock.instant());
    links.unlink(found.id(), cause);
    tell(caller, found, unlinked, null, cause);
    links.carry(cause);
  }

  private void carry(Project project) {
    projects.flush();
    links.carry(project);
  }

  private void tell(
      Caller caller,
      Project project,
      ProjectChanged event,
      @Nullable String reason,
      @Nullable UUID cause) {
    projects.remember(project, event, caller.id().value(), reason, cause, clock.instant());
    events.fire(event);
  }

  private LocalDate today() {
    return clock.instant().atZone(CaseQueries.ZONE).toLocalDate();
  }
}
