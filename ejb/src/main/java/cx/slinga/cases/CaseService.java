package cx.slinga.cases;

import cx.slinga.clocks.ServiceLevels;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of the inner loop. Each is one transaction and one entry in the record. {@code version}
 * is the one that the user looked at; null skips the check.
 */
@Stateless
@DenyAll
public class CaseService {
  /** Longest note that is kept, in characters. */
  public static final int NOTE_MAX = 20_000;

  @Inject private Cases cases;
  @Inject private Assignment assignment;
  @Inject private ServiceLevels serviceLevels;
  @Inject private GateTables gate;
  @Inject private NamedCauses namedCauses;
  @Inject private CaseReopenings reopenings;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /** Gives the case to another owner; a department head within the own departments only. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void assign(String number, @Nullable Long version, String ownerUsername) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    events.fire(found.assignTo(assignment.owner(caller, ownerUsername)));
  }

  /** Logs an attempt to contact the customer. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void contact(
      String number,
      @Nullable Long version,
      ContactChannel channel,
      ContactOutcome outcome,
      @Nullable String note) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    String kept = note == null || note.isBlank() ? null : note.strip();
    if (kept != null && kept.length() > NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", NOTE_MAX);
    }
    if (outcome == ContactOutcome.NOT_POSSIBLE && kept == null) {
      throw BusinessException.ofField("note", "contact.reason-missing");
    }
    cases.add(
        new Contact(found.id(), clock.instant(), caller.id().value(), channel, outcome, kept));
    events.fire(found.contact(channel, outcome, clock.instant()));
  }

  /**
   * Says that it is solved for the customer.
   *
   * @throws CaseNotResolvable naming every missing point
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void resolve(String number, @Nullable Long version) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    events.fire(found.resolve(namedCauses.of(found), caller.id().value(), clock.instant()));
  }

  /**
   * Ends the follow-up. Who resolved it does not close it as well, but a CX owner, and not even a
   * CX owner where the gate wants four eyes.
   *
   * @throws CaseNotClosable naming every missing point
   */
  @RolesAllowed(Roles.CX_OWNER)
  public void close(String number, @Nullable Long version) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    boolean mayCloseOwn = caller.is(Roles.CX_OWNER) && !gate.rules().fourEyes();
    events.fire(
        found.close(namedCauses.of(found), caller.id().value(), mayCloseOwn, clock.instant()));
  }

  /**
   * Takes a resolved, closed or dismissed case up again; the resolution clock starts anew.
   *
   * @throws BusinessException at {@code reason} when it is blank or too long
   */
  @RolesAllowed(Roles.CX_OWNER)
  public void reopen(String number, @Nullable Long version, String reason) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    Instant now = clock.instant();
    CaseEvent.Reopened reopened = found.reopen(reason, serviceLevels.held(), now);
    reopenings.because(found.id(), reopened, reason, caller.id().value(), now);
    events.fire(reopened);
  }

  /** Ends the follow-up of what is no complaint. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD})
  public void dismiss(String number, @Nullable Long version, DismissalReason reason, String note) {
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    events.fire(found.dismiss(reason, DismissalReason.note(note), clock.instant()));
  }
}
