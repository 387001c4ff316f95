package cx.slinga.bench;

import cx.slinga.reminders.BenchSweep;
import cx.slinga.shared.Database;

/**
 * One sweep through the deadlines with many cases against one with a hundredth of them; the same
 * number is due in both. Each run is undone, so that all begin from the same state.
 */
final class DeadlineBench {
  private static final int DUE = 1_000;
  private static final double MOST = 2;

  private final LocalPostgres postgres;
  private final int cases;

  DeadlineBench(LocalPostgres postgres, int cases) {
    this.postgres = postgres;
    this.cases = cases;
  }

  Comparison run(int warmUps, int runs) {
    try (House large = new House(postgres, "many", cases);
        House small = new House(postgres, "few", cases / 100)) {
      Timing.Pair times = Timing.medians(warmUps, runs, large::sweep, small::sweep);
      return Comparison.growth(
          "deadlines: a sweep, %,d due of %,d cases, %,d open".formatted(DUE, cases, cases / 10),
          times.one(),
          times.other(),
          MOST);
    }
  }

  /** Undoes a run. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** One case in ten is open; of its three clocks one is late in the cases that are due. */
  private static final class House implements AutoCloseable {
    private final OneConnection connection;
    private final BenchSweep sweep;

    House(LocalPostgres postgres, String name, int cases) {
      connection = postgres.create(name);
      Database database = new Database(connection);
      sweep = new BenchSweep(database, World.CLOCK);
      connection.inTransaction(
          () -> {
            fill(database, cases);
            return true;
          });
      database.write(h -> h.execute("vacuum analyze"));
      postgres.checkpoint();
    }

    private static void fill(Database database, int cases) {
      database.write(
          h -> {
            h.execute(
                "insert into responses (id, survey_id, external_id, answered_on, received_at,"
                    + " score) select i, (select id from surveys order by key limit 1), 'd' || i,"
                    + " '2018-05-15', '2018-05-15', 3 from generate_series(1, ?) i",
                cases);
            h.execute(
                "insert into cases (id, number, response_id, survey_id, state, severity, score,"
                    + " owner_id, opened_at, symptom_touchpoint_id, symptom_department_id,"
                    + " calendar, contact_due_at, analysis_due_at, resolution_due_at, closed_at,"
                    + " version) select gen_random_uuid(), 'SL-2018-' || lpad(i::text, 7, '0'), i,"
                    + " (select id from surveys order by key limit 1), case when i % 10 = 0 then"
                    + " 'OPEN' else 'CLOSED' end, 'NORMAL', 3, p.ids[1 + i % p.n], o.at, t.ids[1 +"
                    + " i % t.n], t.departments[1 + i % t.n], 'SWEDEN', o.at + interval '20 days',"
                    + " o.at + interval '30 days', o.at + interval '60 days', case when i % 10 > 0"
                    + " then o.at + interval '5 days' end, 0 from generate_series(1, ?) i cross"
                    + " join lateral (select timestamptz '2018-05-20 08:00Z' + i % 1000 * interval"
                    + " '1 minute' as at) o cross join (select array_agg(id) as ids, count(*)::int"
                    + " as n from people where 'case_owner' = any(roles)) p cross join (select"
                    + " array_agg(id order by key) as ids, array_agg(department_id order by key) as"
                    + " departments, count(*)::int as n from touchpoints) t",
                cases);
            h.execute(
                "update deadlines d set due_at = timestamptz '2018-06-01 06:00Z', notice_at ="
                    + " timestamptz '2018-06-01 06:00Z' from (select id from cases where state ="
                    + " 'OPEN' and response_id % ? = 0) c where d.case_id = c.id and d.clock ="
                    + " 'CONTACT'",
                cases / DUE);
          });
    }

    int sweep() {
      int[] seen = {0};
      try {
        connection.inTransaction(
            () -> {
              seen[0] = sweep.run();
              throw new Undone();
            });
      } catch (Undone undone) {
        // as meant
      }
      if (seen[0] != DUE) {
        throw new IllegalStateException("wanted " + DUE + " deadlines, saw " + seen[0]);
      }
      return seen[0];
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
