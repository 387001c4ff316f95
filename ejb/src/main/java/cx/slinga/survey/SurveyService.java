package cx.slinga.survey;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What holds for all answers of a survey. */
@Stateless
@DenyAll
public class SurveyService {
  /** Longest time for corrections, in minutes: a week. */
  static final int LONGEST_WAIT = 7 * 24 * 60;

  @Inject private Database database;
  @Inject private Event<DomainEvent> events;

  /**
   * Sets how long a customer may correct an answer before a case is opened. What waits already goes
   * on as it was.
   *
   * @param minutes 0 to {@link #LONGEST_WAIT}; 0 opens cases at once
   * @throws NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public void setWait(String survey, int minutes) {
    if (minutes < 0 || minutes > LONGEST_WAIT) {
      throw BusinessException.ofField("minutes", "survey.wait-range", LONGEST_WAIT);
    }
    int before =
        database.read(
            h ->
                h.createQuery("select wait_minutes from surveys where key = :key for no key update")
                    .bind("key", survey)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseThrow(() -> new NotFoundException(survey)));
    database.write(
        h ->
            h.createUpdate("update surveys set wait_minutes = :minutes where key = :key")
                .bind("minutes", minutes)
                .bind("key", survey)
                .execute());
    events.fire(new SurveyChanged(survey, before, minutes));
  }
}
