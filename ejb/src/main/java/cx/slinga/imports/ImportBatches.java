package cx.slinga.imports;

import cx.slinga.audit.AuditTrail;
import cx.slinga.feedback.ParsedResponse;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.RejectedRow;
import cx.slinga.feedback.ResponseStore;
import cx.slinga.imports.Imports.Counts;
import cx.slinga.imports.Imports.Job;
import cx.slinga.shared.CopyText;
import cx.slinga.shared.Database;
import cx.slinga.survey.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an import. Each is one transaction of its own, so that whatever is committed is
 * complete: rows, cases, figures, counts and the checkpoint together.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImportBatches {
  static final String ORIGIN = "import";

  /** Rejected rows that are kept of an import; all are counted. */
  static final int MAX_REJECTED_KEPT = 10_000;

  private Database database;
  private Imports imports;
  private ResponseStore store;
  private AuditTrail auditTrail;
  private Clock clock;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ImportBatches() {}

  @Inject
  ImportBatches(
      Database database, Imports imports, ResponseStore store, AuditTrail auditTrail, Clock clock) {
    this.database = database;
    this.imports = imports;
    this.store = store;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** Takes the import; null when somebody else works on it or it has ended. */
  public @Nullable Job begin(UUID id) {
    return imports.take(id, clock.instant());
  }

  /**
   * Takes in the rows that follow the checkpoint.
   *
   * @param from the checkpoint before them
   * @return false when somebody else has taken the import over: nothing was done
   */
  public boolean store(Job job, Survey survey, long from, List<ReadRow> rows, long bytesRead) {
    if (!imports.holds(job.id(), from)) {
      return false;
    }
    List<ParsedResponse> responses = new ArrayList<>(rows.size());
    List<RejectedRow> rejected = new ArrayList<>();
    for (ReadRow row : rows) {
      if (row instanceof ParsedResponse response) {
        responses.add(response);
      } else if (row instanceof RejectedRow rejection) {
        rejected.add(rejection);
      }
    }
    Instant now = clock.instant();
    keep(job, rejected);
    ResponseStore.Stored stored =
        store.store(
            survey,
            responses,
            new ResponseStore.Intake(
                now, job.spreadDays(), job.followUp(), job.requestedBy(), ORIGIN, job.id()));
    imports.advance(
        job.id(),
        new Counts(
            rows.size(),
            stored.accepted().size(),
            stored.scored(),
            stored.known(),
            rejected.size(),
            stored.warnings()),
        bytesRead,
        now);
    return true;
  }

  /** Ends the import. False when somebody else has taken it over. */
  public boolean finish(Job job, long recordsRead) {
    if (!imports.holds(job.id(), recordsRead)) {
      return false;
    }
    auditTrail.recordFor(job.requestedBy(), ORIGIN, imports.finish(job.id(), clock.instant()));
    return true;
  }

  /** Gives the import up, unless somebody else has taken it over. */
  public void fail(Job job, long recordsRead, String key, List<String> args) {
    if (imports.holds(job.id(), recordsRead)) {
      imports.fail(job.id(), key, args, clock.instant());
      auditTrail.recordFor(
          job.requestedBy(), ORIGIN, new ImportEvent.Failed(job.id(), recordsRead, key));
    }
  }

  private void keep(Job job, List<RejectedRow> rejected) {
    if (rejected.isEmpty()) {
      return;
    }
    long room = MAX_REJECTED_KEPT - imports.rejected(job.id());
    CopyText kept = new CopyText();
    rejected.stream()
        .limit(Math.max(room, 0))
        .forEach(
            row ->
                kept.id(job.id())
                    .number(row.line())
                    .text(row.reason().key())
                    .texts(row.args().stream().map(ImportBatches::withoutNul).toList())
                    .text(withoutNul(row.excerpt()))
                    .endRow());
    database.write(
        h -> kept.copyInto(h, "rejected_rows", "import_id, line, reason, args, excerpt"));
  }

  private static String withoutNul(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
