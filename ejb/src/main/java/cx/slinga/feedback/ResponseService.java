package cx.slinga.feedback;

import cx.slinga.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** Takes single responses in. */
@Stateless
@DenyAll
public class ResponseService {

  /**
   * Stores one response, the same way as an import does; a negative one becomes a case.
   *
   * @return id of the response; of the one that was there already when survey and external id are
   *     known, in which case nothing is changed
   * @throws cx.slinga.shared.BusinessException naming the component that is wrong
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public long submit(SubmitResponse command) {
    throw new UnsupportedOperationException("comes with the import worker");
  }
}
