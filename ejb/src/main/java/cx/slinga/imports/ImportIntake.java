package cx.slinga.imports;

import cx.slinga.feedback.CodeList;
import cx.slinga.feedback.SurveyMapping;
import cx.slinga.feedback.SurveyMappingReader;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
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

/** The door for files: looks at what comes, keeps it and queues its import. */
@ApplicationScoped
public class ImportIntake {
  private static final int FILE_NAME_MAX = 200;

  private Imports imports;
  private Surveys surveys;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ImportIntake() {}

  @Inject
  public ImportIntake(Imports imports, Surveys surveys, Clock clock) {
    this.imports = imports;
    this.surveys = surveys;
    this.clock = clock;
  }

  /**
   * Keeps the file and queues its import, in the caller's transaction. The import begins by itself
   * a few seconds after that is committed; at once when the returned event is fired.
   *
   * @param surveyKey the survey that the file belongs to
   * @param fileName as the user knows it
   * @param followUp whether negative responses become cases, or all are kept as history
   * @param spreadDays demo only: over how many days before now the cases count as opened; else 0
   * @param requestedBy username of who brings it in
   * @param content read to its end, at most 200 MB; not closed
   * @return what is to be recorded
   * @throws BusinessException of the field {@code file} when it is no CSV file, empty, too big or
   *     lacks needed columns; of the field {@code survey} when there is no such survey
   */
  public ImportEvent.Requested take(
      String surveyKey,
      String fileName,
      boolean followUp,
      int spreadDays,
      String requestedBy,
      InputStream content) {
    Survey survey = surveys.get("survey", surveyKey);
    byte[] head = head(content);
    List<String> header = header(survey, head);
    UUID id = Ids.next();
    Imports.Kept kept =
        imports.queue(
            id,
            survey,
            shown(fileName),
            header,
            followUp,
            spreadDays,
            requestedBy,
            clock.instant(),
            head,
            content);
    return new ImportEvent.Requested(id, survey.key(), followUp, kept.sizeBytes(), kept.sha256());
  }

  private static byte[] head(InputStream content) {
    try {
      return content.readNBytes(Imports.PIECE_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns of the file, when it is one of the survey and has at least one row. */
  private List<String> header(Survey survey, byte[] head) {
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
