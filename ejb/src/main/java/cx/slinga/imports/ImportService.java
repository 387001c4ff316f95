package cx.slinga.imports;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;

/** Takes files of responses in. */
@Stateless
@DenyAll
public class ImportService {
  @Inject private ImportIntake intake;
  @Inject private CurrentUser currentUser;
  @Inject private Event<DomainEvent> events;

  /**
   * Keeps the file and queues its import, which begins after this transaction.
   *
   * @param surveyKey the survey that the file belongs to
   * @param fileName as the user knows it
   * @param followUp whether negative responses become cases, or all are kept as history
   * @param content read to its end, at most 200 MB; not closed
   * @return id of the import
   * @throws cx.slinga.shared.BusinessException of the field {@code file} when it is no CSV file,
   *     empty, too big or lacks needed columns; of the field {@code survey} when there is no such
   *     survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public UUID start(String surveyKey, String fileName, boolean followUp, InputStream content) {
    ImportEvent.Requested requested =
        intake.take(surveyKey, fileName, followUp, 0, currentUser.username(), content);
    events.fire(requested);
    return requested.id();
  }
}
