package cx.slinga.letters;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the templates for letters to customers. */
@Stateless
@DenyAll
public class TemplateService {
  @PersistenceContext private EntityManager entities;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Writes a new template.
   *
   * @return its id
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public UUID add(SaveTemplate words) {
    LetterTemplate made =
        new LetterTemplate(words, currentUser.get().id().value(), clock.instant());
    refuseSecond(made.id(), words);
    entities.persist(made);
    events.fire(new TemplateEvent("template.added", made.id(), null, made.language()));
    return made.id();
  }

  /**
   * Changes a template.
   *
   * @param version the one that was on the screen, null skips the check
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void change(UUID id, @Nullable Long version, SaveTemplate words) {
    LetterTemplate found = find(id, version);
    refuseSecond(id, words);
    events.fire(found.rewrite(words, currentUser.get().id().value(), clock.instant()));
  }

  /** Deletes a template, where it is still there; letters made from it stay as they are. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void delete(UUID id, @Nullable Long version) {
    if (entities.find(LetterTemplate.class, id) == null) {
      return;
    }
    LetterTemplate found = find(id, version);
    entities.remove(found);
    events.fire(new TemplateEvent("template.deleted", id, found.language(), null));
  }

  private LetterTemplate find(UUID id, @Nullable Long version) {
    LetterTemplate found = entities.find(LetterTemplate.class, id);
    if (found == null) {
      throw new NotFoundException(id);
    }
    if (version != null && version != found.version()) {
      throw new ChangedMeanwhileException(found.name());
    }
    return found;
  }

  private void refuseSecond(UUID id, SaveTemplate words) {
    boolean taken =
        !entities
            .createQuery(
                "select t.id from LetterTemplate t where lower(t.name) = lower(:name) and"
                    + " t.language = :language and t.id <> :id",
                UUID.class)
            .setParameter("name", words.name().strip())
            .setParameter("language", words.language())
            .setParameter("id", id)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw BusinessException.ofField("name", "template.name-taken", words.name().strip());
    }
  }
}
