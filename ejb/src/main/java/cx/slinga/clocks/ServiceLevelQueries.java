package cx.slinga.clocks;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.ClosedDay;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads what is promised and when work is done. */
@Stateless
@DenyAll
public class ServiceLevelQueries {
  @Inject private Database database;
  @Inject private ServiceLevels serviceLevels;

  /** Every version that there has been, today's first. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<ServiceLevelVersion> versions() {
    ServicePolicies policies = serviceLevels.policies();
    return database.read(
        h ->
            h.createQuery(
                    "select v.version, v.changed_at, coalesce(p.name, v.changed_by) as by, v.note"
                        + " from service_level_policies v left join people p on p.username ="
                        + " v.changed_by order by v.version desc")
                .map(
                    (row, context) -> {
                      ServicePolicy policy = policies.version(row.getInt("version"));
                      return new ServiceLevelVersion(
                          policy.version(),
                          row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                          row.getString("by"),
                          row.getString("note"),
                          promises(policy),
                          hours(policy));
                    })
                .list());
  }

  /** The holidays that close a working day of the calendar, both days included. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<ClosedDay> holidays(CalendarKey calendar, LocalDate from, LocalDate to) {
    return serviceLevels.policies().current().calendar(calendar).closedDays(from, to);
  }

  static List<ServiceLevelVersion.Promise> promises(ServicePolicy policy) {
    List<ServiceLevelVersion.Promise> promises = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (ClockKind clock : ClockKind.values()) {
        Allowance allowance = policy.allowance(severity, clock);
        promises.add(
            new ServiceLevelVersion.Promise(severity, clock, allowance.amount(), allowance.unit()));
      }
    }
    return promises;
  }

  static List<ServiceLevelVersion.Hours> hours(ServicePolicy policy) {
    List<ServiceLevelVersion.Hours> hours = new ArrayList<>();
    for (CalendarKey key : CalendarKey.values()) {
      policy
          .calendar(key)
          .week()
          .forEach(
              (day, blocks) -> {
                for (TimeBlock block : blocks) {
                  hours.add(
                      new ServiceLevelVersion.Hours(
                          key, day.getValue(), block.from().toString(), end(block.to())));
                }
              });
    }
    return hours;
  }

  private static String end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString();
  }
}
