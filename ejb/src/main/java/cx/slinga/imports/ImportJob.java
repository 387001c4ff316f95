package cx.slinga.imports;

import cx.slinga.feedback.CodeList;
import cx.slinga.feedback.ParsedResponse;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.ResponseStore;
import cx.slinga.feedback.SurveyMappingReader;
import cx.slinga.imports.Imports.Job;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works an import off: reads the kept file row by row from the checkpoint and hands the rows on in
 * batches. Holds one batch in memory, whatever the file's size. When something unexpected happens
 * it begins again at the checkpoint, a few times; then it gives the import up.
 */
@ApplicationScoped
class ImportJob {
  private static final System.Logger LOG = System.getLogger(ImportJob.class.getName());
  private static final int MAX_BATCH_CHARS = 16 << 20;
  private static final int ATTEMPTS = 3;

  private Imports imports;
  private ImportBatches batches;
  private Surveys surveys;
  private Clock clock;
  private Duration pause = Duration.ofSeconds(1);

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ImportJob() {}

  @Inject
  ImportJob(Imports imports, ImportBatches batches, Surveys surveys, Clock clock) {
    this.imports = imports;
    this.batches = batches;
    this.surveys = surveys;
    this.clock = clock;
  }

  ImportJob(Imports imports, ImportBatches batches, Surveys surveys, Clock clock, Duration pause) {
    this(imports, batches, surveys, clock);
    this.pause = pause;
  }

  /** Works it off, unless somebody else does. Returns when it has ended or was taken over. */
  public void run(UUID id) {
    Job job = batches.begin(id);
    if (job == null) {
      return;
    }
    long checkpoint = job.recordsRead();
    int attempt = 1;
    while (true) {
      try {
        work(job, checkpoint);
        return;
      } catch (BusinessException refusal) {
        List<String> args = refusal.args().stream().map(String::valueOf).toList();
        batches.fail(job, imports.checkpoint(id), refusal.key(), args);
        return;
      } catch (RuntimeException | Error unexpected) {
        long reached = imports.checkpoint(id);
        attempt = reached == checkpoint ? attempt + 1 : 2;
        checkpoint = reached;
        if (attempt > ATTEMPTS) {
          String incident = incident();
          LOG.log(
              Level.ERROR, "incident {0}: import {1} failed: {2}", incident, id, told(unexpected));
          batches.fail(job, checkpoint, "import.failed", List.of(incident));
          return;
        }
        LOG.log(
            Level.WARNING,
            "import {0} begins again at row {1}: {2}",
            id,
            checkpoint,
            told(unexpected));
        if (!waited(attempt - 1)) {
          return; // the server stops; whoever starts next goes on from the checkpoint
        }
      }
    }
  }

  private void work(Job job, long checkpoint) {
    Survey survey = surveys.get(job.surveyId());
    long done = checkpoint;
    try (ResponseFile file =
        new ResponseFile(
            SurveyMappingReader.read(survey.mapping()),
            CodeList.of(surveys.commentCodes(survey.id())),
            imports.content(job.id()),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      file.skip(done);
      List<ReadRow> batch = nextBatch(file);
      while (!batch.isEmpty()) {
        if (!batches.store(job, survey, done, batch, file.bytesRead())) {
          return;
        }
        done += batch.size();
        batch = nextBatch(file);
      }
      batches.finish(job, done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ReadRow> nextBatch(ResponseFile file) {
    List<ReadRow> batch = new ArrayList<>(ResponseStore.MAX_BATCH);
    long chars = 0;
    while (batch.size() < ResponseStore.MAX_BATCH && chars < MAX_BATCH_CHARS) {
      ReadRow row = file.next();
      if (row == null) {
        break;
      }
      batch.add(row);
      if (row instanceof ParsedResponse response) {
        for (String field : response.raw()) {
          chars += field.length();
        }
      }
    }
    return batch;
  }

  private boolean waited(int times) {
    try {
      Thread.sleep(pause.multipliedBy(times).toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String incident() {
    String id = Ids.next().toString();
    return id.substring(id.length() - 8);
  }

  /** Where it happened and of what kind, without messages: those may quote what customers wrote. */
  private static String told(Throwable unexpected) {
    StringBuilder told = new StringBuilder();
    @Nullable Throwable cause = unexpected;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      told.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        told.append(" [").append(sql.getSQLState()).append(']');
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, 12); i++) {
        told.append("\n  at ").append(frames[i]);
      }
      cause = cause.getCause();
    }
    return told.toString();
  }
}
