package cx.slinga.feedback;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Takes files of responses in. */
@Stateless
@DenyAll
public class ImportService {
  private static final int FILE_NAME_MAX = 200;

  @Inject private Imports imports;
  @Inject private Surveys surveys;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Keeps the file and queues its import, which begins after this transaction.
   *
   * @param surveyKey the survey that the file belongs to
   * @param fileName as the user knows it
   * @param followUp whether negative responses become cases, or all are kept as history
   * @param content read to its end, at most 200 MB; not closed
   * @return id of the import
   * @throws BusinessException of the field {@code file} when it is no CSV file, empty, too big or
   *     lacks needed columns; of the field {@code survey} when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public UUID start(String surveyKey, String fileName, boolean followUp, InputStream content) {
    Survey survey = surveys.get("survey", surveyKey);
    byte[] head = head(content);
    List<String> header = header(survey, surveys, head, clock);
    UUID id = Ids.next();
    Imports.Kept kept =
        imports.queue(
            id,
            survey,
            shown(fileName),
            header,
            followUp,
            0,
            currentUser.username(),
            clock.instant(),
            head,
            content);
    events.fire(
        new ImportEvent.Requested(id, survey.key(), followUp, kept.sizeBytes(), kept.sha256()));
    return id;
  }

  private static byte[] head(InputStream content) {
    try {
      return content.readNBytes(Imports.PIECE_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns of the file, when it is one of the survey and has at least one row. */
  static List<String> header(Survey survey, Surveys surveys, byte[] head, Clock clock) {
    SurveyMapping mapping = SurveyMappingReader.read(survey.mapping());
    try (ResponseFile file =
        new ResponseFile(
            mapping,
            CodeList.of(surveys.commentCodes(survey.id())),
            new ByteArrayInputStream(head),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      if (file.next() == null) {
        throw new BusinessException("import.no-rows");
      }
      return file.header();
    } catch (BusinessException refusal) {
      throw BusinessException.ofField("file", refusal.key(), refusal.args().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last part of a path, on one line. */
  private static String shown(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String printable = name.replaceAll("\\p{Cntrl}", " ").strip();
    return printable.length() <= FILE_NAME_MAX ? printable : printable.substring(0, FILE_NAME_MAX);
  }
}
