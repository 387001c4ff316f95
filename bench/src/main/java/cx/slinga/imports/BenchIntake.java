package cx.slinga.imports;

import cx.slinga.audit.AuditTrail;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.ResponseStore;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.imports.Imports.Job;
import cx.slinga.insight.DailyScores;
import cx.slinga.journey.Touchpoints;
import cx.slinga.opening.OpenCases;
import cx.slinga.rules.RuleBook;
import cx.slinga.shared.Database;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The product's import with everything that observes it, outside the container. */
public final class BenchIntake {
  /** Runs something in one transaction. */
  public interface Transactions {
    <T> T in(Supplier<T> work);
  }

  private final Transactions transactions;
  private final Clock clock;
  private final ImportIntake intake;
  private final Imports imports;
  private final ImportJob job;
  private final ImportQueries queries;

  public BenchIntake(Database database, Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
    Surveys surveys = new Surveys(database);
    imports = new Imports(database);
    intake = new ImportIntake(imports, surveys, clock);
    queries = new ImportQueries(database);
    OpenCases openCases =
        new OpenCases(database, new ServiceLevels(database), imports, new RuleBook(database));
    DailyScores dailyScores = new DailyScores(database);
    Consumer<ResponsesAccepted> observers =
        accepted -> {
          openCases.open(accepted);
          dailyScores.count(accepted);
        };
    ResponseStore store = new ResponseStore(database, new Touchpoints(database), observers);
    job =
        new ImportJob(imports, new InTransactions(database, store), surveys, clock, Duration.ZERO);
  }

  /** Keeps a file as the upload does. */
  public UUID upload(byte[] file) {
    return transactions
        .in(
            () ->
                intake.take(
                    "sfo-2018", "answers.csv", true, 0, "cecilia", new ByteArrayInputStream(file)))
        .id();
  }

  /** Works the import off, from the kept file to the last committed row. */
  public ImportRow run(UUID id) {
    job.run(id);
    ImportRow result = queries.get(id);
    if (result.state() != ImportState.DONE || result.rejected() > 0) {
      throw new IllegalStateException("the import went wrong: " + result);
    }
    return result;
  }

  /** As the container's interceptor does it. */
  private final class InTransactions extends ImportBatches {
    InTransactions(Database database, ResponseStore store) {
      super(database, imports, store, new AuditTrail(database, clock), clock);
    }

    @Override
    public Job begin(UUID id) {
      return transactions.in(() -> super.begin(id));
    }

    @Override
    public boolean store(Job job, Survey survey, long from, List<ReadRow> rows, long bytesRead) {
      return transactions.in(() -> super.store(job, survey, from, rows, bytesRead));
    }

    @Override
    public boolean finish(Job job, long recordsRead) {
      return transactions.in(() -> super.finish(job, recordsRead));
    }

    @Override
    public void fail(Job job, long recordsRead, String key, List<String> args) {
      transactions.in(
          () -> {
            super.fail(job, recordsRead, key, args);
            return true;
          });
    }
  }
}
