package cx.slinga.clocks;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The service-level policy: what is promised, by severity, in working time, in every version. */
@ApplicationScoped
public class ServiceLevels {
  private static final String LOCK = "hashtext('slinga.service-levels')";

  private Database database;

  /** A version never changes, but one whose transaction was undone may come again as another. */
  private final Map<Made, ServicePolicy> known = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ServiceLevels() {}

  @Inject
  public ServiceLevels(Database database) {
    this.database = database;
  }

  private record Made(int version, String transaction) {}

  /** Which promise, for which severity. */
  public record Key(Severity severity, ClockKind clock) {}

  /** Every version, today's last. */
  public ServicePolicies policies() {
    return database.read(this::policies);
  }

  /**
   * Every version, for whoever lets a clock run: no other comes until the caller's transaction
   * ends, so that nothing begins to run under what is no longer promised.
   */
  public ServicePolicies held() {
    return database.read(
        h -> {
          h.execute("select pg_advisory_xact_lock_shared(" + LOCK + ")");
          return policies(h);
        });
  }

  /**
   * Waits for whoever holds the versions, in the caller's transaction, which makes the next one.
   */
  public ServicePolicies alone() {
    return database.read(
        h -> {
          h.execute("select pg_advisory_xact_lock(" + LOCK + ")");
          return policies(h);
        });
  }

  public ServicePolicies policies(Handle h) {
    List<Made> versions =
        h.createQuery("select version, xmin::text as made from service_level_policies")
            .map((row, context) -> new Made(row.getInt("version"), row.getString("made")))
            .list();
    List<ServicePolicy> policies = new ArrayList<>();
    for (Made made : versions) {
      ServicePolicy policy = known.get(made);
      if (policy == null) {
        policy = read(h, made.version());
        known.put(made, policy);
      }
      policies.add(policy);
    }
    return new ServicePolicies(policies);
  }

  /** Keeps the next version, in the caller's transaction. */
  public void keep(ServicePolicy policy, Instant at, String by, @Nullable String note) {
    database.write(
        h -> {
          h.createUpdate(
                  "insert into service_level_policies (version, changed_at, changed_by, note)"
                      + " values (:version, :at, :by, :note)")
              .bind("version", policy.version())
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .bind("by", by)
              .bind("note", note)
              .execute();
          PreparedBatch promises =
              h.prepareBatch(
                  "insert into service_levels (policy_version, severity, clock, amount, unit)"
                      + " values (:version, :severity, :clock, :amount, :unit)");
          policy
              .allowances()
              .forEach(
                  (key, allowance) ->
                      promises
                          .bind("version", policy.version())
                          .bind("severity", key.severity().name())
                          .bind("clock", key.clock().name())
                          .bind("amount", allowance.amount())
                          .bind("unit", allowance.unit().name())
                          .add());
          promises.execute();
          PreparedBatch hours =
              h.prepareBatch(
                  "insert into working_hours values (:version, :calendar, :weekday, :from, :to)");
          policy
              .calendars()
              .forEach(
                  (key, calendar) ->
                      calendar
                          .week()
                          .forEach(
                              (day, blocks) -> {
                                for (TimeBlock block : blocks) {
                                  hours
                                      .bind("version", policy.version())
                                      .bind("calendar", key.name())
                                      .bind("weekday", day.getValue())
                                      .bind("from", block.from().toSecondOfDay() / 60)
                                      .bind("to", end(block.to()))
                                      .add();
                                }
                              }));
          hours.execute();
        });
  }

  private static int end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? 1440 : to.toSecondOfDay() / 60;
  }

  private static ServicePolicy read(Handle h, int version) {
    Map<Key, Allowance> allowances = new HashMap<>();
    h.createQuery(
            "select severity, clock, amount, unit from service_levels where policy_version ="
                + " :version")
        .bind("version", version)
        .map(
            (row, context) ->
                Map.entry(
                    new Key(
                        Severity.valueOf(row.getString("severity")),
                        ClockKind.valueOf(row.getString("clock"))),
                    new Allowance(
                        row.getInt("amount"), AllowanceUnit.valueOf(row.getString("unit")))))
        .forEach(entry -> allowances.put(entry.getKey(), entry.getValue()));
    Map<CalendarKey, Map<DayOfWeek, List<TimeBlock>>> hours = new EnumMap<>(CalendarKey.class);
    h.createQuery(
            "select calendar, weekday, from_minute, to_minute from working_hours where"
                + " policy_version = :version order by calendar, weekday, from_minute")
        .bind("version", version)
        .map(
            (row, context) -> {
              hours
                  .computeIfAbsent(
                      CalendarKey.valueOf(row.getString("calendar")),
                      key -> new EnumMap<>(DayOfWeek.class))
                  .computeIfAbsent(
                      DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<TimeBlock>())
                  .add(
                      new TimeBlock(
                          minute(row.getInt("from_minute")), minute(row.getInt("to_minute"))));
              return true;
            })
        .list();
    Map<CalendarKey, WorkingCalendar> calendars = new EnumMap<>(CalendarKey.class);
    hours.forEach((key, week) -> calendars.put(key, WorkingCalendars.of(key, week)));
    return new ServicePolicy(version, allowances, calendars);
  }

  private static LocalTime minute(int ofDay) {
    return ofDay == 1440 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(ofDay * 60L);
  }
}
