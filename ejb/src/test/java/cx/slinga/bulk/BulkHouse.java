package cx.slinga.bulk;

import cx.slinga.bulk.BulkJobs.Job;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import cx.slinga.shared.Wired;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two departments with people and cases, and the product's services at work on them. */
public final class BulkHouse implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

  public final TestPostgres postgres = new TestPostgres();
  public final Database database = new Database(postgres);
  public final Wired wired =
      new Wired(postgres, postgres::inTransaction, Clock.fixed(NOW, ZoneOffset.UTC));
  public final Map<String, UUID> ids = new java.util.HashMap<>();
  private int made;

  /** Empties the house and furnishes it anew: dag heads signs, dorte food; karin and kaj work. */
  public void furnish() {
    ids.clear();
    made = 0;
    database.write(
        h -> {
          h.execute("alter table audit_entries disable trigger audit_entries_append_only");
          h.execute(
              "truncate departments, people, journeys, surveys, responses, cases, causes,"
                  + " audit_entries, outbox, bulk_jobs, clock_segments, saved_views cascade");
          h.execute("alter table audit_entries enable trigger audit_entries_append_only");
        });
    person("cecilia", "cx_owner");
    person("dag", "department_head");
    person("dorte", "department_head");
    person("karin", "case_owner");
    person("kaj", "case_owner");
    person("alva", "auditor");
    department("signs", "dag", "karin");
    department("food", "dorte", "kaj");
    database.write(
        h -> {
          h.execute("insert into journeys values (?, 'airport', 'Airport')", id("airport"));
          h.execute("insert into stages values (?, ?, 's', 'S', 1)", id("stage"), id("airport"));
          for (String key : List.of("signs", "food")) {
            h.execute(
                "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                    + " (?, ?, ?, ?, 1, ?)",
                id("at-" + key),
                id("stage"),
                "at-" + key,
                key,
                id(key));
            h.execute(
                "insert into causes (id, title, state, touchpoint_id, department_id, created_by,"
                    + " created_at, version) values (?, ?, 'SUSPECTED', ?, ?, ?, now(), 0)",
                id("cause-" + key),
                key,
                id("at-" + key),
                id(key),
                id("cecilia"));
          }
          h.execute(
              "insert into surveys (id, key, name, journey_id, mapping) values (?, 'sfo', 'SFO', ?,"
                  + " '{}')",
              id("sfo"),
              id("airport"));
        });
  }

  public UUID id(String name) {
    return ids.computeIfAbsent(name, n -> Ids.next());
  }

  /** Somebody who belongs to no department. */
  void person(String name, String role) {
    database.write(
        h ->
            h.execute(
                "insert into people (id, username, name, roles) values (?, ?, ?, array[?])",
                id(name),
                name,
                name,
                role));
  }

  private void department(String key, String head, String member) {
    database.write(
        h -> {
          h.execute(
              "insert into departments (id, key, name, head_id) values (?, ?, ?, ?)",
              id(key),
              key,
              key,
              id(head));
          h.execute("insert into memberships values (?, ?)", id(member), id(key));
        });
  }

  /** So many cases in that state, felt in that department. */
  public List<String> cases(int count, String state, String department, String owner) {
    int from = made + 1;
    made += count;
    database.write(
        h -> {
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at, score)"
                  + " select i, ?, i, date '2026-11-01', ?, 3 from generate_series(?, ?) i",
              id("sfo"),
              NOW.atOffset(ZoneOffset.UTC),
              from,
              made);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                  + " owner_id, opened_at, symptom_touchpoint_id, symptom_department_id, calendar,"
                  + " contact_due_at, analysis_due_at, resolution_due_at, next_clock, next_due_at,"
                  + " version) select gen_random_uuid(), 'SL-2026-' || lpad(i::text, 6, '0'), i, ?,"
                  + " ?, 'NORMAL', 3, ?, o, ?, ?, 'SWEDEN', o + interval '2 days', o + interval '10"
                  + " days', o + interval '30 days', case when ? in ('CLOSED', 'DISMISSED') then"
                  + " null else 'CONTACT' end, case when ? in ('CLOSED', 'DISMISSED') then null"
                  + " else o + interval '2 days' end, 0 from generate_series(?, ?) i, (select"
                  + " timestamptz '2026-11-10 08:00Z' as o) x",
              id("sfo"),
              state,
              id(owner),
              id("at-" + department),
              id(department),
              state,
              state,
              from,
              made);
          h.execute(
              "insert into clock_segments (case_id, clock, state, from_at, policy_version,"
                  + " severity, reason) select c.id, k.clock, 'RUNNING', c.opened_at, 1,"
                  + " c.severity, 'OPENED' from cases c, (values (1, 'CONTACT'), (2, 'ANALYSIS'),"
                  + " (3, 'RESOLUTION')) k(i, clock) where c.response_id between ? and ? order by"
                  + " c.id, k.i",
              from,
              made);
          h.execute(
              "insert into clock_segments (case_id, clock, state, from_at, policy_version,"
                  + " severity, reason) select c.id, k.clock, 'STOPPED', c.opened_at, 1,"
                  + " c.severity, c.state from cases c, (values (1, 'CONTACT'), (2, 'ANALYSIS'),"
                  + " (3, 'RESOLUTION')) k(i, clock) where c.state in ('RESOLVED', 'CLOSED',"
                  + " 'DISMISSED') and c.response_id between ? and ? order by c.id, k.i",
              from,
              made);
        });
    List<String> numbers = new ArrayList<>();
    for (int i = from; i <= made; i++) {
      numbers.add("SL-2026-%06d".formatted(i));
    }
    return numbers;
  }

  /** Asks for a job by number. */
  public UUID ask(String who, String verb, Map<String, String> input, List<String> numbers) {
    StartBulk command = new StartBulk(verb, new BulkInput(input), numbers, null, CaseSort.DUE);
    wired.as(who);
    return wired.in(() -> wired.get(BulkService.class).start(command));
  }

  /** Asks for a job by filter. */
  public UUID askAll(String who, String verb, Map<String, String> input, CaseFilter filter) {
    StartBulk command = new StartBulk(verb, new BulkInput(input), List.of(), filter, CaseSort.DUE);
    wired.as(who);
    return wired.in(() -> wired.get(BulkService.class).start(command));
  }

  /** Works so many steps of the job off, each in its transaction, as nobody in particular. */
  public void work(UUID id, int steps) {
    wired.as("");
    BulkSteps own = wired.get(BulkSteps.class);
    Job job = wired.in(() -> own.begin(id));
    if (job == null) {
      return;
    }
    int reached = job.reached();
    for (int i = 0; i < steps && reached >= 0; i++) {
      int from = reached;
      reached = wired.in(() -> own.settle(job, from));
    }
  }

  /** Asks for a job, works it off and answers how it ended. */
  public BulkRow done(String who, String verb, Map<String, String> input, List<String> numbers) {
    UUID id = ask(who, verb, input, numbers);
    work(id, Integer.MAX_VALUE);
    return job(who, id);
  }

  public BulkRow job(String who, UUID id) {
    wired.as(who);
    return wired.get(BulkQueries.class).get(id);
  }

  public List<BulkRefusal> refusals(String who, UUID id) {
    wired.as(who);
    return wired.get(BulkQueries.class).refusals(id, null, 20_000).items();
  }

  /** As if the server that works on it had not been heard of for a while. */
  public void killServer() {
    database.write(
        h -> h.execute("update bulk_jobs set worked_at = worked_at - interval '1 hour'"));
  }

  public long count(String from) {
    return database.read(h -> h.select("select count(*) from " + from).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    wired.close();
    postgres.close();
  }
}
