package cx.slinga.cases;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The service-level policy: what is promised, by severity, in working time. */
@ApplicationScoped
public class ServiceLevels {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ServiceLevels() {}

  @Inject
  public ServiceLevels(Database database) {
    this.database = database;
  }

  /** Which promise, for which severity. */
  public record Key(Severity severity, ClockKind clock) {}

  /** The whole policy, for callers that need many due times. */
  public Map<Key, Allowance> policy() {
    return database.read(ServiceLevels::policy);
  }

  static Map<Key, Allowance> policy(Handle h) {
    return h
        .createQuery("select severity, clock, amount, unit from service_levels")
        .map(
            (row, context) ->
                Map.entry(
                    new Key(
                        Severity.valueOf(row.getString("severity")),
                        ClockKind.valueOf(row.getString("clock"))),
                    new Allowance(
                        row.getInt("amount"), AllowanceUnit.valueOf(row.getString("unit")))))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is promised for one clock. */
  public Allowance allowance(Severity severity, ClockKind clock) {
    Allowance allowance = policy().get(new Key(severity, clock));
    if (allowance == null) {
      throw new IllegalStateException("no service level for " + severity + " " + clock);
    }
    return allowance;
  }

  /** When a clock that starts at {@code from} falls due. */
  public Instant due(Severity severity, ClockKind clock, CalendarKey calendar, Instant from) {
    WorkingCalendar working = WorkingCalendars.of(calendar);
    return working.add(from, allowance(severity, clock).on(working));
  }
}
