package cx.slinga.actionplan;

import cx.slinga.evidence.Proof;
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
import java.util.UUID;

/**
 * Keeps what shows that actions are done. Whoever may end an action may add to it, also after it
 * has ended.
 */
@Stateless
@DenyAll
public class ActionEvidenceService {
  @Inject private Plans plans;
  @Inject private ActionEvidence evidence;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Adds evidence to an action.
   *
   * @return its id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID add(AddActionEvidence command) {
    Caller caller = currentUser.get();
    Action action = plans.get(caller, command.action(), null, true);
    Proof proof = Proof.of("note", command.note(), "link", command.link(), command.file());
    UUID id = evidence.add(action.id(), proof, caller.id().value(), clock.instant());
    events.fire(
        new ActionRevised("action.evidence-added", action.id(), "evidence", null, id, null));
    return id;
  }

  /** Takes evidence away. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void remove(UUID action, UUID evidenceId) {
    Action found = plans.get(currentUser.get(), action, null, true);
    evidence.remove(found.id(), evidenceId);
    events.fire(
        new ActionRevised(
            "action.evidence-removed", found.id(), "evidence", evidenceId, null, null));
  }
}
