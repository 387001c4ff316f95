package cx.slinga.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When work is done: a time zone, opening hours for each weekday and holidays. Immutable and safe
 * for use by many threads; each year is computed at its first use and kept.
 *
 * <p>Serves the years 1950 to 2200; an instant outside of them is refused.
 */
public final class WorkingCalendar {

  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2200;
  private static final long EARLIEST =
      LocalDate.of(FIRST_YEAR, 1, 2).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
  private static final long LATEST =
      LocalDate.of(LAST_YEAR, 12, 30).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);

  private final ZoneId zone;
  private final Map<DayOfWeek, List<TimeBlock>> week;
  private final PublicHolidays holidays;
  private final Duration standardDay;
  private final Map<Integer, Openings> years = new ConcurrentHashMap<>();

  /**
   * @param week opening hours; a weekday that is absent is closed
   * @throws IllegalArgumentException when blocks of a day overlap, or the whole week is closed
   */
  public WorkingCalendar(
      ZoneId zone, Map<DayOfWeek, List<TimeBlock>> week, PublicHolidays holidays) {
    this.zone = zone;
    this.week = sorted(week);
    this.holidays = holidays;
    this.standardDay = usualDay(this.week);
  }

  /** The zone in which the opening hours are meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Opening hours by weekday, in order, without the closed days. */
  public Map<DayOfWeek, List<TimeBlock>> week() {
    return week;
  }

  /**
   * The earliest instant at which {@code working} has been worked, counted from {@code start}. A
   * start outside opening hours counts from the next opening; nothing to work gives the start
   * itself.
   *
   * @throws IllegalArgumentException when the duration is negative, or the result out of range
   */
  public Instant add(Instant start, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("Working time cannot be negative: " + working);
    }
    if (working.isZero()) {
      return start;
    }
    int year = yearOf(start);
    long from = nanos(start);
    Openings openings = openings(year);
    long wanted;
    try {
      wanted = Math.addExact(openings.workedBy(from), working.toNanos());
    } catch (ArithmeticException tooLong) {
      throw new IllegalArgumentException("Too long: " + working, tooLong);
    }
    while (wanted > openings.total()) {
      wanted -= openings.total();
      openings = openings(++year);
    }
    return instant(openings.momentAfter(wanted));
  }

  /** Working time from a to b; negative when b lies before a. */
  public Duration between(Instant a, Instant b) {
    if (b.isBefore(a)) {
      return between(b, a).negated();
    }
    int year = yearOf(a);
    int lastYear = yearOf(b);
    long worked = -openings(year).workedBy(nanos(a));
    for (; year < lastYear; year++) {
      worked = Math.addExact(worked, openings(year).total());
    }
    return Duration.ofNanos(Math.addExact(worked, openings(lastYear).workedBy(nanos(b))));
  }

  /** Whether work is done at that moment. */
  public boolean isOpen(Instant moment) {
    return openings(yearOf(moment)).isOpen(nanos(moment));
  }

  /**
   * Length of the usual working day: the one that most weekdays have (of two equally common ones
   * the longer).
   */
  public Duration standardDay() {
    return standardDay;
  }

  /** The holidays from {@code from} to {@code to}, both included, that close a working day. */
  public List<ClosedDay> closedDays(LocalDate from, LocalDate to) {
    List<ClosedDay> closed = new ArrayList<>();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      holidaysOf(year)
          .forEach(
              (date, name) -> {
                if (!date.isBefore(from)
                    && !date.isAfter(to)
                    && week.containsKey(date.getDayOfWeek())) {
                  closed.add(new ClosedDay(date, name));
                }
              });
    }
    closed.sort(Comparator.comparing(ClosedDay::date));
    return List.copyOf(closed);
  }

  private Map<LocalDate, String> holidaysOf(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("Outside the calendar: " + year);
    }
    return holidays.of(year);
  }

  private Openings openings(int year) {
    Openings known = years.get(year);
    return known != null ? known : years.computeIfAbsent(year, this::compute);
  }

  private Openings compute(int year) {
    Map<LocalDate, String> closed = holidaysOf(year);
    ZoneRules rules = zone.getRules();
    Openings.Builder builder = new Openings.Builder();
    LocalDate end = LocalDate.of(year + 1, 1, 1);
    for (LocalDate date = LocalDate.of(year, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
      if (closed.containsKey(date)) {
        continue;
      }
      for (TimeBlock block : week.getOrDefault(date.getDayOfWeek(), List.of())) {
        LocalDate endDate = block.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        builder.add(
            nanos(moment(rules, date.atTime(block.from()))),
            nanos(moment(rules, endDate.atTime(block.to()))));
      }
    }
    return builder.build();
  }

  /**
   * The moment a wall clock first shows this time; a time that is skipped in spring is the moment
   * of the change. Monotone, so that neighbouring blocks stay neighbours through every change.
   */
  private static Instant moment(ZoneRules rules, LocalDateTime time) {
    ZoneOffsetTransition change = rules.getTransition(time);
    if (change == null) {
      return time.toInstant(rules.getOffset(time));
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  private int yearOf(Instant moment) {
    long seconds = moment.getEpochSecond();
    if (seconds < EARLIEST || seconds > LATEST) {
      throw new IllegalArgumentException("Outside the calendar: " + moment);
    }
    return moment.atZone(zone).getYear();
  }

  private static long nanos(Instant moment) {
    return moment.getEpochSecond() * 1_000_000_000L + moment.getNano(); // fits, see EARLIEST
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  private static Map<DayOfWeek, List<TimeBlock>> sorted(Map<DayOfWeek, List<TimeBlock>> week) {
    Map<DayOfWeek, List<TimeBlock>> sorted = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, blocks) -> {
          if (blocks.isEmpty()) {
            return;
          }
          List<TimeBlock> inOrder =
              blocks.stream().sorted(Comparator.comparing(TimeBlock::from)).toList();
          for (int i = 1; i < inOrder.size(); i++) {
            TimeBlock earlier = inOrder.get(i - 1);
            if (inOrder.get(i).from().toNanoOfDay() < earlier.endNanoOfDay()) {
              throw new IllegalArgumentException("Blocks overlap on " + day + ": " + inOrder);
            }
          }
          sorted.put(day, inOrder);
        });
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("A week without any opening hours is never due");
    }
    return Collections.unmodifiableMap(sorted);
  }

  private static Duration usualDay(Map<DayOfWeek, List<TimeBlock>> week) {
    Map<Long, Integer> daysByLength = new TreeMap<>();
    week.values()
        .forEach(
            blocks ->
                daysByLength.merge(
                    blocks.stream().mapToLong(TimeBlock::nanos).sum(), 1, Integer::sum));
    long usual =
        daysByLength.entrySet().stream()
            .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .orElseThrow()
            .getKey();
    return Duration.ofNanos(usual);
  }

  /** The openings of one year in order, each with the working time up to its beginning. */
  private static final class Openings {

    private final long[] open;
    private final long[] close;
    private final long[] before;
    private final long total;

    private Openings(long[] open, long[] close) {
      this.open = open;
      this.close = close;
      this.before = new long[open.length];
      long sum = 0;
      for (int i = 0; i < open.length; i++) {
        before[i] = sum;
        sum += close[i] - open[i];
      }
      this.total = sum;
    }

    long total() {
      return total;
    }

    boolean isOpen(long moment) {
      int i = lastBeginningAtOrBefore(open, moment);
      return i >= 0 && moment < close[i];
    }

    /** Working time of this year until the moment. */
    long workedBy(long moment) {
      int i = lastBeginningAtOrBefore(open, moment);
      return i < 0 ? 0 : before[i] + Math.min(moment, close[i]) - open[i];
    }

    /** The first moment at which that much of the year's working time (more than none) is done. */
    long momentAfter(long worked) {
      int i = lastBeginningAtOrBefore(before, worked - 1);
      return open[i] + worked - before[i];
    }

    private static int lastBeginningAtOrBefore(long[] beginnings, long value) {
      int found = Arrays.binarySearch(beginnings, value);
      return found >= 0 ? found : -found - 2;
    }

    static final class Builder {
      private long[] open = new long[800];
      private long[] close = new long[800];
      private int size;

      void add(long from, long to) {
        if (from >= to) {
          return; // the whole block was skipped by the change to summer time
        }
        if (size > 0 && close[size - 1] == from) {
          close[size - 1] = to;
          return;
        }
        if (size == open.length) {
          open = Arrays.copyOf(open, size * 2);
          close = Arrays.copyOf(close, size * 2);
        }
        open[size] = from;
        close[size++] = to;
      }

      Openings build() {
        return new Openings(Arrays.copyOf(open, size), Arrays.copyOf(close, size));
      }
    }
  }
}
