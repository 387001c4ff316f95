package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets somebody in whom the directory knows and the mirror does not yet. */
@Stateless
@DenyAll
public class DirectoryService {
  @Inject private Database database;
  @Inject private DirectoryMirror mirror;

  /**
   * Mirrors the directory now unless the person is already here. For the edges, at log-in.
   *
   * @return whether the person is here now
   */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean ensure(String username) {
    if (isHere(username)) {
      return true;
    }
    mirror.run();
    return isHere(username);
  }

  private boolean isHere(String username) {
    return database.read(
        h ->
            h.createQuery("select exists (select from people where username = :name and active)")
                .bind("name", username)
                .mapTo(Boolean.class)
                .one());
  }
}
