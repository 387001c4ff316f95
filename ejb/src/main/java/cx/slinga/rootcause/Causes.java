package cx.slinga.rootcause;

import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The causes as entities, for services that change one. */
@ApplicationScoped
public class Causes {
  /** How often a pointer is followed: a chain of merges is no longer than this. */
  private static final int MERGES = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private Database database;

  /**
   * A cause that the caller may change; nobody else changes it until the transaction ends.
   *
   * @param seenVersion the version that the caller looked at, null when it does not matter
   * @throws NotFoundException when there is none
   * @throws NotAllowedException when it is not the caller's to change
   * @throws ChangedMeanwhileException when somebody saved it after the caller had looked
   */
  public Cause get(Caller caller, UUID id, @Nullable Long seenVersion) {
    Cause found = entities.find(Cause.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new NotFoundException(id);
    }
    if (!mayChange(caller.roles(), caller.departments(), found.departmentId())) {
      throw new NotAllowedException();
    }
    if (seenVersion != null && seenVersion != found.version()) {
      throw new ChangedMeanwhileException(found.title());
    }
    return found;
  }

  /**
   * The cause that a case is to name; of a merged one, that into which it was merged.
   *
   * @param field the command's component that named it, for the refusal
   */
  public Cause named(String field, UUID id) {
    Cause found = entities.find(Cause.class, id);
    for (int i = 0; i < MERGES && found != null && found.mergedInto() != null; i++) {
      found = entities.find(Cause.class, found.mergedInto());
    }
    if (found == null) {
      throw BusinessException.ofField(field, "cause.unknown");
    }
    if (!found.mayBeNamed()) {
      throw BusinessException.ofField(field, "cause.rejected", found.title());
    }
    refuseClosed(field, found.departmentId());
    return found;
  }

  /**
   * Refuses a cause of a department that takes no new work; it is not closed before the transaction
   * ends.
   *
   * @param field the command's component that named it, for the refusal
   */
  void refuseClosed(String field, UUID department) {
    database
        .read(
            h ->
                h.createQuery(
                        "select name from departments where id = :id and not is_open for share")
                    .bind("id", department)
                    .mapTo(String.class)
                    .findOne())
        .ifPresent(
            name -> {
              throw BusinessException.ofField(field, "department.closed", name);
            });
  }

  /** Keeps a new cause, so that plain SQL can refer to it. */
  public void add(Cause made) {
    entities.persist(made);
    entities.flush();
  }

  /**
   * The CX owner changes every cause; heads and case owners those of their departments.
   *
   * @param department that the cause belongs to
   */
  static boolean mayChange(Set<String> roles, Set<UUID> departments, UUID department) {
    return roles.contains(Roles.CX_OWNER)
        || ((roles.contains(Roles.DEPARTMENT_HEAD) || roles.contains(Roles.CASE_OWNER))
            && departments.contains(department));
  }
}
