package cx.slinga.clocks;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseOpening;
import cx.slinga.shared.Ids;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service level that comes with the product, without a database. */
public final class TestPolicies {
  public static final ServicePolicies USUAL = new ServicePolicies(List.of(usual(1)));

  private TestPolicies() {}

  static ServicePolicy usual(int version) {
    Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>();
    put(allowances, Severity.CRITICAL, 4, 2, 5);
    put(allowances, Severity.HIGH, 24, 5, 15);
    put(allowances, Severity.NORMAL, 48, 10, 30);
    Map<CalendarKey, WorkingCalendar> calendars = new EnumMap<>(CalendarKey.class);
    for (CalendarKey key : CalendarKey.values()) {
      calendars.put(key, WorkingCalendars.of(key));
    }
    return new ServicePolicy(version, allowances, calendars);
  }

  private static void put(
      Map<ServiceLevels.Key, Allowance> allowances,
      Severity severity,
      int hours,
      int days,
      int resolved) {
    allowances.put(
        new ServiceLevels.Key(severity, ClockKind.CONTACT), Allowance.workingHours(hours));
    allowances.put(
        new ServiceLevels.Key(severity, ClockKind.ANALYSIS), Allowance.workingDays(days));
    allowances.put(
        new ServiceLevels.Key(severity, ClockKind.RESOLUTION), Allowance.workingDays(resolved));
  }

  /** A case as it is opened under the usual service level in Sweden. */
  public static Case opened(Instant at, Severity severity) {
    ServicePolicy policy = USUAL.current();
    CalendarKey key = CalendarKey.SWEDEN;
    WorkingCalendar calendar = policy.calendar(key);
    return new Case(
        new CaseOpening(
            Ids.next(),
            "SL-2026-000002",
            2,
            Ids.next(),
            severity,
            4,
            Ids.next(),
            at,
            Ids.next(),
            Ids.next(),
            key,
            calendar.add(at, policy.allowed(severity, ClockKind.CONTACT, key)),
            calendar.add(at, policy.allowed(severity, ClockKind.ANALYSIS, key)),
            calendar.add(at, policy.allowed(severity, ClockKind.RESOLUTION, key)),
            policy.version()));
  }
}
