package cx.slinga.servicelevel;

import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.ClockService;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.clocks.Severity;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.DomainEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Changes what is promised. */
@Stateless
@DenyAll
public class ServiceLevelService {
  /** The largest promise, in hours or days of work. */
  public static final int AMOUNT_MAX = 999;

  @Inject private FollowJobs jobs;
  @Inject private ServiceLevels serviceLevels;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Makes the next version, which holds from now on. The clocks of open cases follow it as a job
   * that begins after this transaction, as of now; working time that they have used stays used, and
   * none is late before now for it.
   *
   * @return its number
   */
  @RolesAllowed(Roles.ADMINISTRATOR)
  public int change(ChangeServiceLevels change) {
    Caller caller = currentUser.get();
    // two who change at once follow each other, and the second is told
    ServicePolicy before = serviceLevels.alone().current();
    if (change.seenVersion() != null && change.seenVersion() != before.version()) {
      throw ChangedMeanwhileException.saying(
          "service-levels.changed-meanwhile", before.version(), change.seenVersion());
    }
    String note = change.note();
    if (note != null && note.length() > ClockService.NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", ClockService.NOTE_MAX);
    }
    ServicePolicy after = next(before, change);
    Map<String, DomainEvent.Change> what = differences(before, after);
    if (what.isEmpty()) {
      throw new BusinessException("service-levels.unchanged");
    }
    Instant now = clock.instant();
    serviceLevels.keep(after, now, caller.username(), note == null || note.isBlank() ? null : note);
    int open = jobs.open();
    UUID job = jobs.queue(after.version(), caller.username(), open, now);
    events.fire(new ServiceLevelEvent.Changed(before.version(), after.version(), what, open, job));
    return after.version();
  }

  private static ServicePolicy next(ServicePolicy before, ChangeServiceLevels change) {
    Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>(before.allowances());
    for (ChangeServiceLevels.Promise promise : change.promises()) {
      if (promise.amount() < 1 || promise.amount() > AMOUNT_MAX) {
        throw BusinessException.ofField("promises", "service-levels.amount", AMOUNT_MAX);
      }
      allowances.put(
          new ServiceLevels.Key(promise.severity(), promise.clock()),
          new Allowance(promise.amount(), promise.unit()));
    }
    Map<CalendarKey, Map<DayOfWeek, List<TimeBlock>>> weeks = new EnumMap<>(CalendarKey.class);
    for (ChangeServiceLevels.Hours hours : change.hours()) {
      weeks
          .computeIfAbsent(hours.calendar(), key -> new EnumMap<>(DayOfWeek.class))
          .computeIfAbsent(day(hours), day -> new ArrayList<>())
          .add(block(hours));
    }
    Map<CalendarKey, WorkingCalendar> calendars = new EnumMap<>(before.calendars());
    weeks.forEach((key, week) -> calendars.put(key, calendar(key, week)));
    return new ServicePolicy(before.version() + 1, allowances, calendars);
  }

  private static DayOfWeek day(ChangeServiceLevels.Hours hours) {
    if (hours.weekday() < 1 || hours.weekday() > 7) {
      throw BusinessException.ofField("hours", "service-levels.hours", hours.weekday());
    }
    return DayOfWeek.of(hours.weekday());
  }

  private static TimeBlock block(ChangeServiceLevels.Hours hours) {
    try {
      TimeBlock block = TimeBlock.of(hours.from(), hours.to());
      if (block.from().getSecond() != 0 || block.to().getSecond() != 0) {
        throw BusinessException.ofField("hours", "service-levels.hours", hours.from());
      }
      return block;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw BusinessException.ofField(
          "hours", "service-levels.hours", hours.from() + "–" + hours.to());
    }
  }

  private static WorkingCalendar calendar(CalendarKey key, Map<DayOfWeek, List<TimeBlock>> week) {
    try {
      return WorkingCalendars.of(key, week);
    } catch (IllegalArgumentException overlap) {
      throw BusinessException.ofField("hours", "service-levels.overlap");
    }
  }

  private static Map<String, DomainEvent.Change> differences(
      ServicePolicy before, ServicePolicy after) {
    Map<String, DomainEvent.Change> what = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      for (ClockKind kind : ClockKind.values()) {
        Allowance old = before.allowance(severity, kind);
        Allowance now = after.allowance(severity, kind);
        if (!old.equals(now)) {
          what.put(
              severity + "." + kind,
              DomainEvent.Change.of(
                  old.amount() + " " + old.unit(), now.amount() + " " + now.unit()));
        }
      }
    }
    for (CalendarKey key : CalendarKey.values()) {
      String old = before.calendar(key).week().toString();
      String now = after.calendar(key).week().toString();
      if (!old.equals(now)) {
        what.put("hours." + key, DomainEvent.Change.of(old, now));
      }
    }
    return what;
  }
}
