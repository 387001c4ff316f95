package cx.slinga.directory;

import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
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
   * Mirrors the directory now unless the person is already here, and not more often than each ten
   * seconds. Costs nothing for those who are here; the edges ask at each request.
   *
   * @return whether the person is here now
   */
  @PermitAll // whoever logged in without a role is not found, and that is all they learn
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean ensure(String username) {
    if (mirror.knows(username) || isHere(username)) {
      return true;
    }
    mirror.runUnlessJustRun();
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
