package cx.slinga.cases;

import cx.slinga.security.Caller;
import cx.slinga.security.Visibility;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases as entities, for services that change one. */
@ApplicationScoped
public class Cases {
  @PersistenceContext private EntityManager entities;
  @Inject private LevelsToFollow levels;

  /**
   * A case that the caller may see and work on.
   *
   * @param within what the caller may do this verb on
   * @param seenVersion the version that the caller looked at, null when it does not matter
   * @throws NotFoundException when there is none, or none that the caller may see
   * @throws NotAllowedException when the caller sees it but may not do this
   * @throws ChangedMeanwhileException when somebody saved it after the caller had looked
   */
  public Case get(Visibility within, Caller caller, String number, @Nullable Long seenVersion) {
    Case found = allowed(within, caller, number, find(number).orElse(null));
    if (seenVersion != null && seenVersion != found.version()) {
      throw new ChangedMeanwhileException(number, seenVersion);
    }
    if (levels.catchUp(List.of(found.id()))) {
      entities.refresh(found);
    }
    return found;
  }

  /**
   * The case, if the caller may see it and do this verb on it.
   *
   * @throws NotFoundException when it is null, or none that the caller may see
   * @throws NotAllowedException when the caller sees it but may not do this
   */
  public static Case allowed(
      Visibility within, Caller caller, String number, @Nullable Case found) {
    if (found == null || !covers(caller.cases(), found)) {
      throw new NotFoundException(number);
    }
    if (!covers(within, found)) {
      throw new NotAllowedException();
    }
    return found;
  }

  /** The cases of these ids, kept from others until the transaction ends. */
  public Map<UUID, Case> lock(List<UUID> ids) {
    levels.catchUp(ids);
    // always in the same order, so that two jobs wait for each other instead of for ever
    return entities
        .createQuery("select c from Case c where c.id in :ids order by c.id", Case.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(Case::id, c -> c));
  }

  /** From here on they are copies: what is changed in them is written by somebody else. */
  public void forget(Collection<Case> known) {
    known.forEach(entities::detach);
  }

  /** Writes changes down, so that plain SQL of the same transaction meets them. */
  public void flush() {
    entities.flush();
  }

  /** The case of an id that another object holds; it must exist. */
  public String numberOf(UUID id) {
    return entities.find(Case.class, id).number();
  }

  /** The case of an id that another object holds; it must exist. */
  public Case of(UUID id) {
    return entities.find(Case.class, id);
  }

  /** Keeps a new contact. */
  void add(Contact contact) {
    entities.persist(contact);
  }

  private Optional<Case> find(String number) {
    return entities
        .createQuery("select c from Case c where c.number = :number", Case.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  private static boolean covers(Visibility visibility, Case c) {
    return visibility.covers(c.ownerId(), c.symptomDepartmentId(), c.causeDepartmentId());
  }
}
