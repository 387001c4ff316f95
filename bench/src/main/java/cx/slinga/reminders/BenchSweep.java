package cx.slinga.reminders;

import cx.slinga.clocks.ServiceLevels;
import cx.slinga.shared.Database;
import java.time.Clock;

/** One minute's work of the sweep, outside the container. */
public final class BenchSweep {
  private final DeadlineSweep sweep;

  public BenchSweep(Database database, Clock clock) {
    sweep = new DeadlineSweep(new DeadlineRows(database), new ServiceLevels(database), clock);
  }

  /**
   * Looks at all that is due and puts what is to be told into mails.
   *
   * @return how many deadlines were looked at
   */
  public int run() {
    int seen = 0;
    int batch;
    do {
      batch = sweep.cases();
      seen += batch;
    } while (batch == DeadlineSweep.BATCH);
    sweep.actions();
    sweep.gather();
    return seen;
  }
}
