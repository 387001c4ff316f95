package cx.slinga.bench;

import cx.slinga.cases.CaseQueries;
import cx.slinga.feedback.BenchIntake;
import cx.slinga.shared.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A database with so many cases, some of them worked, as an installation has after a while. */
final class World implements AutoCloseable {
  static final Instant NOW = Instant.parse("2018-06-01T08:24:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final OneConnection connection;
  final Database database;
  final CaseQueries cases;

  World(LocalPostgres postgres, String name, Answers answers, int count) {
    connection = postgres.create(name);
    database = new Database(connection);
    cases = new CaseQueries(database, CLOCK);
    BenchIntake intake = new BenchIntake(database, connection::inTransaction, CLOCK);
    long opened = intake.run(intake.upload(answers.negativeFile(count))).casesOpened();
    if (opened != count) {
      throw new IllegalStateException("wanted " + count + " cases, got " + opened);
    }
    work();
    connection.inTransaction(
        () -> {
          database.write(h -> h.execute("analyze"));
          return true;
        });
  }

  /** Opened over the year before, two thirds closed, the rest in every state, some of it late. */
  private void work() {
    connection.inTransaction(
        () -> {
          database.write(
              h -> {
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
                        + " cause_department_id = k.department_id from (select c.id, (select id"
                        + " from causes where c.id is not null order by random() limit 1) as cause"
                        + " from cases c where analysed_at is not null) x join causes k on k.id ="
                        + " x.cause where x.id = c.id");
              });
          return true;
        });
    // vacuum as the server's own would have done meanwhile
    database.write(h -> h.execute("vacuum analyze"));
  }

  @Override
  public void close() {
    connection.close();
  }
}
