package cx.slinga.imports;

import cx.slinga.audit.AuditTrail;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.feedback.AirportFiles;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.ResponseStore;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.feedback.SurveyMapping;
import cx.slinga.feedback.SurveyMappingReader;
import cx.slinga.imports.Imports.Job;
import cx.slinga.journey.Touchpoints;
import cx.slinga.opening.OpenCases;
import cx.slinga.rules.RuleBook;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Intake and follow-up put together as the container does it, with an airport to work at. */
public final class ImportHouse implements AutoCloseable {
  public static final Instant MONDAY_MORNING = Instant.parse("2026-11-16T07:30:00Z");

  public final TestPostgres postgres = new TestPostgres();
  public final Database database = new Database(postgres);
  public final Surveys surveys = new Surveys(database);
  public final Imports imports = new Imports(database);
  public final ImportQueries queries = new ImportQueries(database);
  public final MovableClock clock = new MovableClock();

  /** What else happens when responses are accepted; tests set it to break a batch. */
  public Consumer<ResponsesAccepted> meanwhile = accepted -> {};

  public final ResponseStore store;
  public final ImportBatches batches;
  public final ImportJob job;

  public ImportHouse() {
    OpenCases openCases =
        new OpenCases(database, new ServiceLevels(database), imports, new RuleBook(database));
    store =
        new ResponseStore(
            database,
            new Touchpoints(database),
            (Consumer<ResponsesAccepted>)
                accepted -> {
                  openCases.open(accepted);
                  meanwhile.accept(accepted);
                });
    batches = new InTransactions(store);
    job = new ImportJob(imports, batches, surveys, clock, Duration.ZERO);
  }

  /** Empties the house and furnishes it anew. */
  public void furnish() {
    meanwhile = accepted -> {};
    clock.now = MONDAY_MORNING;
    database.write(
        h -> {
          h.execute("alter table audit_entries disable trigger audit_entries_append_only");
          h.execute(
              "truncate departments, people, customers, daily_scores, journeys, surveys, responses,"
                  + " imports, cases, audit_entries, rejected_rows cascade");
          h.execute("alter table audit_entries enable trigger audit_entries_append_only");
          h.execute("alter sequence case_numbers restart");
        });
    survey("sfo-2018", AirportFiles.text("sfo-2018.mapping.json"));
  }

  public UUID person(String username, String... roles) {
    UUID id = Ids.next();
    database.write(
        h ->
            h.execute(
                "insert into people (id, username, name, roles) values (?, ?, ?, ?)",
                id,
                username,
                username,
                roles));
    return id;
  }

  public UUID department(String key, UUID head, UUID... members) {
    UUID id = Ids.next();
    database.write(
        h -> {
          h.execute(
              "insert into departments (id, key, name, head_id) values (?, ?, ?, ?)",
              id,
              key,
              key,
              head);
          for (UUID member : members) {
            h.execute("insert into memberships values (?, ?)", member, id);
          }
        });
    return id;
  }

  /** Puts the survey's touchpoints under the departments, in turn. */
  public void touchpoints(UUID... departments) {
    UUID stage = Ids.next();
    database.write(
        h -> {
          h.execute(
              "insert into stages select ?, id, 'stage', 'Stage', 1 from journeys limit 1", stage);
          int position = 0;
          for (String key : touchpointKeys()) {
            h.execute(
                "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                    + " (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                stage,
                key,
                key,
                position,
                departments[position++ % departments.length]);
          }
        });
  }

  private static Set<String> touchpointKeys() {
    SurveyMapping mapping = SurveyMappingReader.read(AirportFiles.text("sfo-2018.mapping.json"));
    Set<String> keys = new LinkedHashSet<>();
    mapping.items().forEach(item -> keys.add(item.touchpoint()));
    mapping.comments().forEach(list -> keys.addAll(list.codeTouchpoints().values()));
    return keys;
  }

  private void survey(String key, String mapping) {
    UUID id = Ids.next();
    UUID journey = Ids.next();
    database.write(
        h -> {
          h.execute("insert into journeys values (?, 'airport', 'Airport')", journey);
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, ?, ?, ?,"
                  + " cast(? as jsonb))",
              id,
              key,
              key,
              journey,
              mapping);
          var codes =
              h.prepareBatch(
                  "insert into comment_codes (survey_id, code, label) values (:survey, :code,"
                      + " :label) on conflict do nothing");
          AirportFiles.text("sfo-comment-codes.tsv")
              .lines()
              .skip(1)
              .map(line -> line.split("\t", -1))
              .forEach(
                  parts ->
                      codes
                          .bind("survey", id)
                          .bind("code", parts[0] + ":" + parts[1])
                          .bind("label", parts[3])
                          .add());
          codes.execute();
        });
  }

  public Survey survey() {
    return surveys.get("survey", "sfo-2018");
  }

  /** Queues a file as the service does. */
  public UUID upload(byte[] file, boolean followUp, int spreadDays) {
    ImportIntake intake = new ImportIntake(imports, surveys, clock);
    return postgres
        .inTransaction(
            () ->
                intake.take(
                    "sfo-2018",
                    "file.csv",
                    followUp,
                    spreadDays,
                    "cecilia",
                    new ByteArrayInputStream(file)))
        .id();
  }

  /** Imports a file from beginning to end. */
  public ImportRow take(byte[] file, boolean followUp) {
    UUID id = upload(file, followUp, 0);
    job.run(id);
    return queries.get(id);
  }

  public long count(String from) {
    return database.read(h -> h.select("select count(*) from " + from).mapTo(Long.class).one());
  }

  /** The demo's answers so many times over, each with an id of its own. */
  public static byte[] answers(int times) {
    List<String> lines = new ArrayList<>(AirportFiles.text("sfo-2018.csv").lines().toList());
    StringBuilder file = new StringBuilder(lines.get(0)).append('\n');
    for (int copy = 0; copy < times; copy++) {
      for (String line : lines.subList(1, lines.size())) {
        file.append(copy).append('x').append(line).append('\n');
      }
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    postgres.close();
  }

  /** Stands still unless told otherwise. */
  public static final class MovableClock extends Clock {
    public Instant now = MONDAY_MORNING;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** As the container's interceptor does it. */
  private final class InTransactions extends ImportBatches {
    InTransactions(ResponseStore store) {
      super(database, imports, store, new AuditTrail(database, clock), clock);
    }

    @Override
    public Job begin(UUID id) {
      return postgres.inTransaction(() -> super.begin(id));
    }

    @Override
    public boolean store(Job job, Survey survey, long from, List<ReadRow> rows, long bytesRead) {
      return postgres.inTransaction(() -> super.store(job, survey, from, rows, bytesRead));
    }

    @Override
    public boolean finish(Job job, long recordsRead) {
      return postgres.inTransaction(() -> super.finish(job, recordsRead));
    }

    @Override
    public void fail(Job job, long recordsRead, String key, List<String> args) {
      postgres.inTransaction(
          () -> {
            super.fail(job, recordsRead, key, args);
            return true;
          });
    }
  }
}
