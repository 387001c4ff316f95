package cx.slinga.web.calendars;

import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ServiceLevelVersion;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.BusinessException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final int weekday;
    private String hours;

    Day(int weekday, String hours) {
      this.weekday = weekday;
      this.hours = hours;
    }

    /** 1 is Monday. */
    public int getWeekday() {
      return weekday;
    }

    /** 08:00–12:00, 13:00–17:00; empty when closed. */
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
                day,
                version.hours().stream()
                    .filter(h -> h.calendar() == key && h.weekday() == day)
                    .map(h -> h.from() + "–" + h.to())
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

  ChangeServiceLevels command() {
    List<ChangeServiceLevels.Hours> hours = new ArrayList<>();
    for (Week week : weeks) {
      for (Day day : week.getDays()) {
        hours.addAll(blocks(week.getKey(), day));
      }
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

  static List<ChangeServiceLevels.Hours> blocks(CalendarKey key, Day day) {
    List<ChangeServiceLevels.Hours> blocks = new ArrayList<>();
    if (day.getHours().isEmpty()) {
      return blocks;
    }
    for (String part : day.getHours().split("[,;]", -1)) {
      Matcher block = BLOCK.matcher(part.strip());
      if (!block.matches()) {
        throw BusinessException.ofField("hours", "service-levels.hours", day.getHours());
      }
      blocks.add(
          new ChangeServiceLevels.Hours(
              key,
              day.getWeekday(),
              time(block.group(1), block.group(2)),
              time(block.group(3), block.group(4))));
    }
    return blocks;
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
