package cx.slinga.actionplan;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * One verb for several actions of a list. Each is done, or refused, by its own verb and in its own
 * transaction, so that what is refused does not undo what was done.
 */
@Stateless
@DenyAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActionBulkService {
  /** Most actions that are changed at once. */
  public static final int MOST = 200;

  @Inject private ActionService actions;

  /**
   * Changes them in the order in which they are named.
   *
   * @return how many were changed, and which were not and why
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public ActionBulkResult change(ChangeActions command) {
    if (command.ids().size() > MOST) {
      throw BusinessException.ofField("ids", "action.bulk-most", MOST);
    }
    ChangeActions.Change change = command.change();
    int done = 0;
    List<ActionBulkResult.Refusal> refused = new ArrayList<>();
    for (UUID id : new LinkedHashSet<>(command.ids())) {
      try {
        change.on(actions, id);
        done++;
      } catch (BusinessException refusal) {
        refused.add(new ActionBulkResult.Refusal(id, refusal));
      } catch (EJBException failure) {
        if (!ChangedMeanwhileException.isBehind(failure)) {
          throw failure;
        }
        refused.add(
            new ActionBulkResult.Refusal(id, new BusinessException("action.changed-meanwhile")));
      }
    }
    return new ActionBulkResult(done, refused);
  }
}
