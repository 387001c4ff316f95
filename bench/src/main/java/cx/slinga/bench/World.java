package cx.slinga.bench;

import cx.slinga.cases.CaseQueries;
import cx.slinga.imports.BenchIntake;
import cx.slinga.shared.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A database with so many cases, some of them worked, as an installation has after a while. */
final class World implements AutoCloseable {
  static final Instant NOW = Instant.parse("2018-06-01T08:24:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final int IMPORTED = 10_000;

  final OneConnection connection;
  final Database database;
  final CaseQueries cases;

  /** All of them through the product's own import: what an export reads is there. */
  static World imported(LocalPostgres postgres, String name, Answers answers, int count) {
    return new World(postgres, name, answers, count, count);
  }

  /** The first 10,000 through the import, the others copied from them within the database. */
  static World copied(LocalPostgres postgres, String name, Answers answers, int count) {
    return new World(postgres, name, answers, Math.min(count, IMPORTED), count);
  }

  private World(LocalPostgres postgres, String name, Answers answers, int imported, int count) {
    connection = postgres.create(name);
    database = new Database(connection);
    cases = new CaseQueries(database, CLOCK);
    BenchIntake intake = new BenchIntake(database, connection::inTransaction, CLOCK);
    long opened = intake.run(intake.upload(answers.negativeFile(imported))).casesOpened();
    if (opened != imported) {
      throw new IllegalStateException("wanted " + imported + " cases, got " + opened);
    }
    List<String> indexes = count > imported ? dropIndexes() : List.of();
    copy(imported, count);
    work();
    // as the product makes them, after the rows
    database.write(h -> indexes.forEach(h::execute));
    // vacuum as the server's own would have done meanwhile
    database.write(h -> h.execute("vacuum analyze"));
  }

  /** Drops what only slows copying down; answers how to make it again. */
  private List<String> dropIndexes() {
    return database.read(
        h -> {
          List<String> made =
              h.createQuery(
                      "select indexdef from pg_indexes where tablename in ('cases', 'responses')"
                          + " and schemaname = 'public' and indexname not in (select conname from"
                          + " pg_constraint)")
                  .mapTo(String.class)
                  .list();
          h.createQuery(
                  "select quote_ident(indexname) from pg_indexes where tablename in ('cases',"
                      + " 'responses') and schemaname = 'public' and indexname not in (select"
                      + " conname from pg_constraint)")
              .mapTo(String.class)
              .list()
              .forEach(index -> h.execute("drop index " + index));
          return made;
        });
  }

  /** Copies of what was imported; triggers and foreign keys rest, as in a restore. */
  private void copy(int imported, int count) {
    if (count == imported) {
      return;
    }
    connection.inTransaction(
        () -> {
          database.write(
              h -> {
                h.execute("set local session_replication_role = replica");
                h.execute(
                    "insert into responses (id, survey_id, external_id, answered_on, received_at,"
                        + " score, overall, language, segment, problem, weight, touchpoint_id,"
                        + " words, codes) select r.id + k.n * 10000000::bigint, r.survey_id,"
                        + " r.external_id || 'x' || k.n, r.answered_on, r.received_at, r.score,"
                        + " r.overall, r.language, r.segment, r.problem, r.weight,"
                        + " r.touchpoint_id, r.words, r.codes from responses r,"
                        + " generate_series(1, ?) k(n)",
                    count / imported - 1);
                h.execute(
                    "insert into cases (id, number, response_id, survey_id, state, severity,"
                        + " score, owner_id, opened_at, symptom_touchpoint_id,"
                        + " symptom_department_id, calendar, contact_due_at, analysis_due_at,"
                        + " resolution_due_at, next_clock, next_due_at, search, version) select"
                        + " gen_random_uuid(), 'SL-2018-' || lpad((substr(c.number, 9)::bigint +"
                        + " k.n * ?)::text, 7, '0'), c.response_id + k.n * 10000000::bigint,"
                        + " c.survey_id, c.state, c.severity, c.score, c.owner_id, c.opened_at +"
                        + " k.n * interval '1 second', c.symptom_touchpoint_id,"
                        + " c.symptom_department_id, c.calendar, c.contact_due_at + k.n * interval"
                        + " '1 second', c.analysis_due_at + k.n * interval '1 second',"
                        + " c.resolution_due_at + k.n * interval '1 second', c.next_clock,"
                        + " c.next_due_at + k.n * interval '1 second', c.search, 0 from cases c,"
                        + " generate_series(1, ?) k(n)",
                    imported,
                    count / imported - 1);
              });
          return true;
        });
    database.write(h -> h.execute("analyze cases"));
  }

  /** Opened over the year before, two thirds closed, the rest in every state, some of it late. */
  private void work() {
    connection.inTransaction(
        () -> {
          database.write(
              h -> {
                h.execute("set local session_replication_role = replica");
                h.execute("select setseed(0.2018)");
                h.execute(
                    "insert into causes (id, title, state, touchpoint_id, department_id,"
                        + " created_by, created_at, version) select gen_random_uuid(), 'Cause ' ||"
                        + " t.name || ' ' || i, 'NAMED', t.id, t.department_id, p.id, now(), 0 from"
                        + " touchpoints t, people p, generate_series(1, 5) i where p.username ="
                        + " 'cecilia'");
                h.execute(
                    "update cases c set opened_at = c.opened_at - d.back, contact_due_at ="
                        + " c.contact_due_at - d.back, analysis_due_at = c.analysis_due_at -"
                        + " d.back, resolution_due_at = c.resolution_due_at - d.back, state ="
                        + " d.state, contacted_at = case when d.state in ('OPEN', 'REOPENED') then"
                        + " null else c.opened_at - d.back + interval '5 hours' end,"
                        + " contact_outcome = case when d.state in ('OPEN', 'REOPENED') then null"
                        + " else 'REACHED' end, analysed_at = case when d.state in ('ANALYSED',"
                        + " 'ACTING', 'RESOLVED', 'CLOSED') then c.opened_at - d.back + interval '3"
                        + " days' end, resolved_at = case when d.state in ('RESOLVED', 'CLOSED')"
                        + " then c.opened_at - d.back + interval '9 days' end, closed_at = case"
                        + " when d.state = 'CLOSED' then c.opened_at - d.back + interval '10 days'"
                        + " end, next_clock = case when"
                        + " d.state in ('RESOLVED', 'CLOSED', 'DISMISSED') then null when d.state"
                        + " in ('OPEN', 'REOPENED') then 'CONTACT' when d.state = 'IN_CONTACT' then"
                        + " 'ANALYSIS' else 'RESOLUTION' end, next_due_at = case when d.state in"
                        + " ('RESOLVED', 'CLOSED', 'DISMISSED') then null when d.state in ('OPEN',"
                        + " 'REOPENED') then c.contact_due_at when d.state = 'IN_CONTACT' then"
                        + " c.analysis_due_at else c.resolution_due_at end - d.back,"
                        + " actions_total = d.actions,"
                        + " actions_open = case when d.state = 'ACTING' then d.actions else 0 end"
                        + " from (select id, (case when r < 0.67 then r * 500 else (r - 0.67) * 150"
                        + " end)::int * interval '1 day' as back, (array['CLOSED', 'CLOSED',"
                        + " 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'DISMISSED', 'RESOLVED',"
                        + " 'OPEN', 'OPEN', 'IN_CONTACT', 'ANALYSED', 'ACTING', 'REOPENED'])[case"
                        + " when r < 0.67 then 1 + (s * 7)::int % 7 else 8 + (s * 7)::int % 7 end]"
                        + " as state, (s * 4)::int as actions from (select id, random() as r,"
                        + " random() as s from cases order by number) x) d where d.id = c.id");
                h.execute(
                    "update cases c set cause_id = k.id, cause_touchpoint_id = k.touchpoint_id,"
                        + " cause_department_id = k.department_id from (select c.id, 1 +"
                        + " (random() * (select count(*) - 1 from causes))::int as cause from"
                        + " cases c where analysed_at is not null) x join (select *, row_number()"
                        + " over (order by title) as n from causes) k on k.n = x.cause where x.id ="
                        + " c.id");
              });
          return true;
        });
  }

  @Override
  public void close() {
    connection.close();
  }
}
