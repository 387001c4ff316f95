package cx.slinga.resurvey;

import cx.slinga.cases.Case;
import cx.slinga.cases.Cases;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What the customer says after the case was solved, as staff heard it. */
@Stateless
@DenyAll
public class RecoveryService {
  @Inject private Cases cases;
  @Inject private Recovery recovery;
  @Inject private CurrentUser currentUser;

  /**
   * Keeps the score beside the first; a negative one opens the case again.
   *
   * @param score 0 to 10
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void record(String number, @Nullable Long version, int score) {
    if (score < 0 || score > 10) {
      throw BusinessException.ofField("score", "recovery.score");
    }
    Caller caller = currentUser.get();
    Case found = cases.get(caller.workable(), caller, number, version);
    recovery.heard(found, score);
  }
}
