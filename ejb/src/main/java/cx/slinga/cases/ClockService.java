package cx.slinga.cases;

import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.Severity;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of a case that concern time alone. {@code version} is the one that the user looked at;
 * null skips the check.
 */
@Stateless
@DenyAll
public class ClockService {
  /** Longest note that is kept with a pause, in characters. */
  public static final int NOTE_MAX = 2_000;

  @Inject private Cases cases;
  @Inject private ServiceLevels serviceLevels;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /** Pauses every clock that runs, until {@link #resume}. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void pause(
      String number, @Nullable Long version, PauseReason reason, @Nullable String note) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    if (note != null && note.length() > NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", NOTE_MAX);
    }
    events.fire(found.pause(reason, note, caller.id().value(), clock.instant()));
  }

  /** Lets the clocks run on with the time that they had left. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void resume(String number, @Nullable Long version) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    events.fire(found.resume(serviceLevels.held(), caller.id().value(), clock.instant()));
  }

  /** Takes the case more or less seriously; working time that was used stays used. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void changeSeverity(String number, @Nullable Long version, Severity severity) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    events.fire(
        found.changeSeverity(severity, serviceLevels.held(), caller.id().value(), clock.instant()));
  }
}
