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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Takes single responses in. */
@Stateless
@DenyAll
public class ResponseService {
  @Inject private ResponseStore store;
  @Inject private Surveys surveys;
  @Inject private CurrentUser currentUser;
  @Inject private Origin origin;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Stores one response, the same way as an import does; a negative one becomes a case.
   *
   * @return id of the response; of the one that was there already when survey and external id are
   *     known, in which case nothing is changed
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
    Stored stored =
        store.store(
            survey,
            List.of(response),
            new Intake(clock.instant(), 0, true, currentUser.username(), origin.name(), null));
    if (stored.accepted().isEmpty()) {
      return Objects.requireNonNull(store.find(survey.id(), response.externalId()));
    }
    long id = stored.accepted().get(0).id();
    events.fire(new ResponseSubmitted(id, survey.key()));
    return id;
  }
}
