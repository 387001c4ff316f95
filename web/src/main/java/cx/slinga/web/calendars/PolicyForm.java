package cx.slinga.web.calendars;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.TimeBlock;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ServiceLevelVersion;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.BusinessException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service level as it is typed. */
public class PolicyForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

  /** What is promised for one clock of one severity. */
  public static class Promise implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Severity severity;
    private final ClockKind clock;
    private int amount;
    private AllowanceUnit unit;

    Promise(ServiceLevelVersion.Promise promise) {
      severity = promise.severity();
      clock = promise.clock();
      amount = promise.amount();
      unit = promise.unit();
    }

    public Severity getSeverity() {
      return severity;
    }

    public ClockKind getClock() {
      return clock;
    }

    public int getAmount() {
      return amount;
    }

    public void setAmount(int amount) {
      this.amount = amount;
    }

    public AllowanceUnit getUnit() {
      return unit;
    }

    public void setUnit(AllowanceUnit unit) {
      this.unit = unit;
    }
  }

  /** When work is done on one weekday. */
  public static class Day implements Serializable {
    private static final long serialVersionUID = 1L;
    private final CalendarKey key;
    private final int weekday;
    private String hours;

    Day(CalendarKey key, int weekday, String hours) {
      this.key = key;
      this.weekday = weekday;
      this.hours = hours;
    }

    /** The calendar that it is a day of. */
    public CalendarKey getKey() {
      return key;
    }

    /** 1 is Monday. */
    public int getWeekday() {
      return weekday;
    }

    /** 08–12, 13–17:30; empty when closed. */
    public String getHours() {
      return hours;
    }

    public void setHours(@Nullable String hours) {
      this.hours = hours == null ? "" : hours.strip();
    }
  }

  /** When work is done under one calendar. */
  public static class Week implements Serializable {
    private static final long serialVersionUID = 1L;
    private final CalendarKey key;
    private final ArrayList<Day> days = new ArrayList<>();

    Week(CalendarKey key, ServiceLevelVersion version) {
      this.key = key;
      for (int weekday = 1; weekday <= 7; weekday++) {
        int day = weekday;
        days.add(
            new Day(
                key,
                day,
                version.hours().stream()
                    .filter(h -> h.calendar() == key && h.weekday() == day)
                    .map(h -> brief(h.from()) + "–" + brief(h.to()))
                    .collect(Collectors.joining(", "))));
      }
    }

    public CalendarKey getKey() {
      return key;
    }

    public List<Day> getDays() {
      return days;
    }
  }

  private final int version;
  private final ArrayList<Promise> promises = new ArrayList<>();
  private final ArrayList<Week> weeks = new ArrayList<>();
  private String note = "";

  PolicyForm(ServiceLevelVersion version) {
    this.version = version.version();
    version.promises().forEach(promise -> promises.add(new Promise(promise)));
    for (CalendarKey key : CalendarKey.values()) {
      if (key != CalendarKey.ALWAYS_OPEN) {
        weeks.add(new Week(key, version));
      }
    }
  }

  /**
   * @param name of a calendar in the reader's words
   */
  ChangeServiceLevels command(Function<CalendarKey, String> name) {
    List<ChangeServiceLevels.Hours> hours = new ArrayList<>();
    for (Week week : weeks) {
      List<ChangeServiceLevels.Hours> open = new ArrayList<>();
      for (Day day : week.getDays()) {
        open.addAll(blocks(week.getKey(), day.getWeekday(), day.getHours()));
      }
      if (open.isEmpty()) {
        throw new BusinessException("service-levels.never-open", name.apply(week.getKey()));
      }
      hours.addAll(open);
    }
    return new ChangeServiceLevels(
        version,
        promises.stream()
            .map(
                p ->
                    new ChangeServiceLevels.Promise(
                        p.getSeverity(), p.getClock(), p.getAmount(), p.getUnit()))
            .toList(),
        hours,
        note);
  }

  /**
   * The blocks of a day as they are typed.
   *
   * @throws BusinessException when they are no times, end before they begin, or overlap
   */
  static List<ChangeServiceLevels.Hours> blocks(CalendarKey key, int weekday, String typed) {
    List<ChangeServiceLevels.Hours> blocks = new ArrayList<>();
    if (typed.isBlank()) {
      return blocks;
    }
    List<TimeBlock> before = new ArrayList<>();
    for (String part : typed.split("[,;]", -1)) {
      Matcher found = BLOCK.matcher(part.strip());
      if (!found.matches()) {
        throw refused(typed);
      }
      String from = time(found.group(1), found.group(2));
      String to = time(found.group(3), found.group(4));
      TimeBlock block;
      try {
        block = TimeBlock.of(from, to);
      } catch (DateTimeException | IllegalArgumentException noTime) {
        throw refused(typed);
      }
      if (before.stream().anyMatch(block::overlaps)) {
        throw BusinessException.ofField("hours", "service-levels.overlap");
      }
      before.add(block);
      blocks.add(new ChangeServiceLevels.Hours(key, weekday, from, to));
    }
    return blocks;
  }

  private static BusinessException refused(String typed) {
    return BusinessException.ofField("hours", "service-levels.hours", shortened(typed.strip()));
  }

  private static String shortened(String typed) {
    return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
  }

  /** 08 for 08:00, so that two blocks of a day are seen at a glance. */
  private static String brief(String time) {
    return time.endsWith(":00") ? time.substring(0, 2) : time;
  }

  private static String time(String hour, @Nullable String minute) {
    return String.format(
        Locale.ROOT, "%02d:%s", Integer.parseInt(hour), minute == null ? "00" : minute);
  }

  /** The version that is on the screen. */
  public int getVersion() {
    return version;
  }

  public List<Promise> getPromises() {
    return promises;
  }

  /** What is promised for one severity, in the order of the clocks. */
  public List<Promise> promises(Severity severity) {
    return promises.stream().filter(p -> p.getSeverity() == severity).toList();
  }

  /** The same weekday of every calendar, in their order. */
  public List<Day> days(int weekday) {
    return weeks.stream().map(week -> week.getDays().get(weekday - 1)).toList();
  }

  public List<Week> getWeeks() {
    return weeks;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
