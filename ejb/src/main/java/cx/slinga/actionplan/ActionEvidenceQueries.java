package cx.slinga.actionplan;

import cx.slinga.evidence.EvidenceFile;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads what shows that actions are done; whoever sees an action sees its evidence. */
@Stateless
@DenyAll
public class ActionEvidenceQueries {
  @Inject private ActionQueries actions;
  @Inject private ActionEvidence evidence;

  /**
   * All evidence of an action, in the order of its adding.
   *
   * @throws NotFoundException when there is no such action, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionEvidenceRow> of(Visibility visibility, UUID action) {
    return evidence.of(actions.get(visibility, action).id());
  }

  /**
   * A file that is evidence.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public EvidenceFile file(Visibility visibility, UUID action, UUID evidenceId) {
    return evidence.file(actions.get(visibility, action).id(), evidenceId);
  }
}
