package cx.slinga.feedback;

import cx.slinga.audit.Origin;
import cx.slinga.feedback.ResponseStore.Intake;
import cx.slinga.feedback.ResponseStore.Stored;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Takes single responses in. */
@Stateless
@DenyAll
public class ResponseService {
  @Inject private ResponseStore store;
  @Inject private WaitingResponses waiting;
  @Inject private Surveys surveys;
  @Inject private CurrentUser currentUser;
  @Inject private Origin origin;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Stores one response, the same way as an import does; a negative one becomes a case, at once or
   * when the survey's time for corrections is up.
   *
   * @return id of the response; of the one that was there already when survey and external id are
   *     known. That one is corrected while it waits, and never changed afterwards
   * @throws cx.slinga.shared.BusinessException naming the component that is wrong
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public long submit(SubmitResponse command) {
    Survey survey = surveys.get("survey", command.survey());
    ParsedResponse response =
        SubmittedResponse.of(
            command,
            SurveyMappingReader.read(survey.mapping()),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Instant now = clock.instant();
    int wait = surveys.waitMinutes(survey.id());
    Stored stored =
        store.store(
            survey,
            List.of(response),
            new Intake(now, 0, wait == 0, currentUser.username(), origin.name(), null));
    if (stored.accepted().isEmpty()) {
      long known = Objects.requireNonNull(store.find(survey.id(), response.externalId()));
      ResponseChanged corrected = waiting.correct(survey, known, response, now);
      if (corrected != null) {
        events.fire(corrected);
      }
      return known;
    }
    long id = stored.accepted().get(0).id();
    if (wait > 0) {
      waiting.hold(id, now.plus(wait, ChronoUnit.MINUTES), currentUser.username(), origin.name());
    }
    events.fire(new ResponseSubmitted(id, survey.key()));
    return id;
  }
}
