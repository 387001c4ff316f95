package cx.slinga.bench;

import cx.slinga.servicelevel.BenchFollow;
import cx.slinga.shared.Database;
import cx.slinga.shared.Wired;

/**
 * Another promise for many open cases, from the change to the last step of the job, record
 * included, against one plain statement that moves the due times of the same rows. Both are done
 * for good, in turn, each on tables that have just been vacuumed.
 */
final class PolicyBench {
  private static final double LEAST = 0.3;
  private static final int DAYS = 40;

  private final LocalPostgres postgres;
  private final int cases;

  PolicyBench(LocalPostgres postgres, int cases) {
    this.postgres = postgres;
    this.cases = cases;
  }

  Comparison run(int warmUps, int runs) {
    try (OneConnection connection = postgres.create("policy");
        Wired wired = new Wired(connection, connection::inTransaction, World.CLOCK)) {
      Database database = new Database(connection);
      connection.inTransaction(
          () -> {
            fill(database, cases);
            return true;
          });
      BenchFollow follow = new BenchFollow(wired);
      double[] ours = new double[runs];
      double[] plain = new double[runs];
      for (int i = -warmUps; i < runs; i++) {
        int days = DAYS + i;
        double job = rested(database, () -> follow(follow, days));
        double bare =
            rested(
                database,
                () ->
                    connection.inTransaction(
                        () -> {
                          plain(database);
                          return true;
                        }));
        if (i >= 0) {
          ours[i] = job;
          plain[i] = bare;
        }
      }
      return Comparison.speed(
          "service levels: %,d open cases follow a change".formatted(cases),
          Timing.median(ours),
          "plain update",
          Timing.median(plain),
          LEAST);
    } finally {
      postgres.drop("policy");
    }
  }

  private double rested(Database database, java.util.concurrent.Callable<?> work) {
    database.write(h -> h.execute("vacuum analyze"));
    postgres.checkpoint();
    return Timing.once(work);
  }

  private int follow(BenchFollow follow, int days) {
    int moved = follow.promise("cecilia", days);
    if (moved != cases) {
      throw new IllegalStateException("wanted " + cases + " cases, moved " + moved);
    }
    return moved;
  }

  private static void plain(Database database) {
    database.write(
        h ->
            h.execute(
                "update cases set contact_due_at = contact_due_at + interval '1 hour',"
                    + " analysis_due_at = analysis_due_at + interval '1 hour', resolution_due_at ="
                    + " resolution_due_at + interval '1 hour', next_due_at = next_due_at + interval"
                    + " '1 hour', version = version + 1"));
  }

  /** All open, with three running clocks; one in eight with words of the customer's. */
  private static void fill(Database database, int cases) {
    database.write(
        h -> {
          h.execute(
              "insert into responses (id, survey_id, external_id, answered_on, received_at, score,"
                  + " words) select i, (select id from surveys order by key limit 1), 'd' || i,"
                  + " '2018-05-15', '2018-05-15', 3, case when i % 8 = 0 then 'the signs at gate '"
                  + " || i || ' were no help' end from generate_series(1, ?) i",
              cases);
          h.execute(
              "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                  + " owner_id, opened_at, symptom_touchpoint_id, symptom_department_id, calendar,"
                  + " contact_due_at, analysis_due_at, resolution_due_at, next_clock, next_due_at,"
                  + " version) select gen_random_uuid(), 'SL-2018-' || lpad(i::text, 7, '0'), i,"
                  + " (select id from surveys order by key limit 1), 'OPEN', 'NORMAL', 3, p.ids[1"
                  + " + i % p.n], o.at, t.ids[1 + i % t.n], t.departments[1 + i % t.n], 'SWEDEN',"
                  + " o.at + interval '8 days', o.at + interval '14 days', o.at + interval '44"
                  + " days', 'CONTACT', o.at + interval '8 days', 0 from generate_series(1, ?) i"
                  + " cross join lateral (select timestamptz '2018-05-20 08:00Z' + i % 10000 *"
                  + " interval '1 minute' as at) o cross join (select array_agg(id) as ids,"
                  + " count(*)::int as n from people where 'case_owner' = any(roles)) p cross join"
                  + " (select array_agg(id order by key) as ids, array_agg(department_id order by"
                  + " key) as departments, count(*)::int as n from touchpoints) t",
              cases);
          h.execute(
              "insert into clock_segments (case_id, clock, state, from_at, policy_version,"
                  + " severity, reason) select c.id, k, 'RUNNING', c.opened_at, 1, c.severity,"
                  + " 'OPENED' from cases c cross join unnest(array['CONTACT', 'ANALYSIS',"
                  + " 'RESOLUTION']) k");
        });
  }
}
