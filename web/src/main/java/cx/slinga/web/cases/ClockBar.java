package cx.slinga.web.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.calendar.WorkingCalendar;
import cx.slinga.calendar.WorkingCalendars;
import cx.slinga.cases.CaseRow;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.SegmentReason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of a case on one bar of time: where each thing stands in the drawing. Holds no
 * words but those it is given, no colours and no figures of its own. Units are those of the SVG.
 */
public final class ClockBar {
  /** Width of the drawing. */
  public static final double WIDTH = 806;

  private static final double LEFT = 14;
  private static final double RIGHT = 792;
  private static final double GAP = 16;

  /** Roughly, at the size of the drawing's text; labels are moved apart by it, nothing is cut. */
  private static final double LETTER = 6.4;

  /** What the longest name of a day takes, with its year. */
  private static final double TICK_WIDTH = 120;

  /** What the word for a holiday takes, in the longest of the four languages. */
  private static final double HOLIDAY_WIDTH = 72;

  /**
   * One clock.
   *
   * @param state {@code ok}, {@code late} (stopped too late, or running and late) or {@code run}
   * @param lines what to say, the strong line first
   * @param x where it was kept; while it runs, or when it was late, where it is due
   * @param textX where its lines stand, at their {@code anchor}
   * @param flagX where the line from its words begins
   * @param lateFrom start of what was late, null when it was in time
   */
  public record Mark(
      ClockKind clock,
      String state,
      List<String> lines,
      String x,
      String textX,
      String anchor,
      String flag,
      @Nullable String lateFrom,
      @Nullable String lateWidth) {}

  /** A stretch of the bar. */
  public record Span(String x, String width) {}

  /**
   * A day without work.
   *
   * @param holidayX where to say so below the bar, null for a weekend
   */
  public record Shade(String x, String width, @Nullable String holidayX) {}

  /**
   * A time in which it waited.
   *
   * @param middle where to say so below the bar, null where there is no room
   */
  public record Pause(String x, String width, SegmentReason reason, @Nullable String middle) {}

  /** A day named below the bar. */
  public record Tick(String x, LocalDate day) {}

  private final Instant from;
  private final double perSecond;
  private final List<Mark> marks;
  private final List<Shade> closed;
  private final List<Pause> pauses;
  private final List<Tick> ticks;
  private final Instant until;
  private final @Nullable Instant now;

  /**
   * @param labels the lines of words for each clock
   */
  public static ClockBar of(
      CaseRow row, CalendarKey key, Instant now, Function<ClockKind, List<String>> labels) {
    return of(row, key, List.of(), now, labels);
  }

  /**
   * @param reasons whose pauses and opening hours are drawn
   * @param labels the lines of words for each clock
   */
  public static ClockBar of(
      CaseRow row,
      CalendarKey key,
      List<DueReason> reasons,
      Instant now,
      Function<ClockKind, List<String>> labels) {
    WorkingCalendar hours = reasons.isEmpty() ? WorkingCalendars.of(key) : reasons.get(0).hours();
    return new ClockBar(row, hours, reasons, now, labels);
  }

  private ClockBar(
      CaseRow row,
      WorkingCalendar calendar,
      List<DueReason> reasons,
      Instant now,
      Function<ClockKind, List<String>> labels) {
    ZoneId zone = calendar.zone();
    boolean running = row.state().isActive();
    Instant end = latest(row.resolutionDueAt(), row.analysisDueAt());
    end = row.resolvedAt() == null ? end : latest(end, row.resolvedAt());
    end = running ? latest(end, now) : end;
    this.from = row.openedAt().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Duration length = Duration.between(from, end);
    // a little air behind the last mark
    this.perSecond = (RIGHT - LEFT) / (Math.max(length.toSeconds(), 3600) * 1.017);
    this.now = running ? now : null;
    Instant stopped = row.resolvedAt();
    this.until = running ? now : stopped != null ? stopped : row.openedAt();
    this.marks =
        apart(
            List.of(
                clock(ClockKind.CONTACT, row.contactDueAt(), row.contactedAt(), labels, row, now),
                clock(ClockKind.ANALYSIS, row.analysisDueAt(), row.analysedAt(), labels, row, now),
                clock(
                    ClockKind.RESOLUTION,
                    row.resolutionDueAt(),
                    row.resolvedAt(),
                    labels,
                    row,
                    now)));
    this.closed = closed(calendar, end);
    this.pauses = pauses(reasons, end);
    this.ticks = ticks(zone, end);
  }

  private record Clock(
      ClockKind kind,
      Instant due,
      Instant at,
      String state,
      List<String> lines,
      @Nullable Instant lateUntil) {
    double width() {
      return lines.stream().mapToInt(String::length).max().orElse(0) * LETTER;
    }
  }

  private static Clock clock(
      ClockKind kind,
      Instant due,
      @Nullable Instant done,
      Function<ClockKind, List<String>> labels,
      CaseRow row,
      Instant now) {
    Instant paused = row.pausedAt();
    Instant running = paused != null ? paused : now;
    Instant until = done != null ? done : row.state().isActive() ? running : null;
    boolean late = until != null && until.isAfter(due);
    String state = late ? "late" : done != null ? "ok" : "run";
    // a promise that was kept is kept then and there: nothing waits for the due time any more
    Instant at = done != null && !late ? done : due;
    return new Clock(kind, due, at, state, labels.apply(kind), late ? until : null);
  }

  /**
   * Moves the words of neighbours apart; each keeps a line to its place on the bar. The words stand
   * in the order of the places, so that no lines cross; the marks in that of the promises.
   */
  private List<Mark> apart(List<Clock> promises) {
    List<Clock> clocks = promises.stream().sorted(Comparator.comparing(Clock::at)).toList();
    int n = clocks.size();
    double[] left = new double[n];
    double[] width = new double[n];
    for (int i = 0; i < n; i++) {
      width[i] = clocks.get(i).width();
      double x = x(clocks.get(i).at());
      left[i] = x + 8 + width[i] > WIDTH ? x - 8 - width[i] : x + 8;
      if (i > 0) {
        left[i] = Math.max(left[i], left[i - 1] + width[i - 1] + GAP);
      }
    }
    double limit = WIDTH;
    for (int i = n - 1; i >= 0; i--) {
      left[i] = Math.max(LEFT, Math.min(left[i], limit - width[i]));
      limit = left[i] - GAP;
    }
    List<Mark> result = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Clock clock = clocks.get(i);
      double x = x(clock.at());
      boolean before = left[i] + width[i] <= x;
      double flag = before ? left[i] + width[i] + 8 : left[i] - 8;
      if (Math.abs(flag - x) < 12) {
        flag = x;
      }
      Instant lateUntil = clock.lateUntil();
      result.add(
          new Mark(
              clock.kind(),
              clock.state(),
              clock.lines(),
              text(x),
              text(before ? flag - 8 : flag + 8),
              before ? "end" : "start",
              "M%1$s 6V54L%2$s 66V76".formatted(text(flag), text(x)),
              lateUntil == null ? null : text(x),
              lateUntil == null ? null : text(Math.max(2, x(lateUntil) - x))));
    }
    result.sort(Comparator.comparing(Mark::clock));
    return List.copyOf(result);
  }

  private List<Shade> closed(WorkingCalendar calendar, Instant end) {
    ZoneId zone = calendar.zone();
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate last = end.atZone(zone).toLocalDate();
    Set<LocalDate> holidays =
        calendar.closedDays(first, last).stream().map(d -> d.date()).collect(Collectors.toSet());
    List<Shade> spans = new ArrayList<>();
    double lastNamed = Double.NEGATIVE_INFINITY;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (!calendar.week().containsKey(day.getDayOfWeek()) || holidays.contains(day)) {
        double a = x(day.atStartOfDay(zone).toInstant());
        double b = Math.min(RIGHT, x(day.plusDays(1).atStartOfDay(zone).toInstant()));
        double middle = (a + b) / 2;
        boolean named =
            holidays.contains(day) && roomBelow(middle, 40) && middle - lastNamed >= HOLIDAY_WIDTH;
        lastNamed = named ? middle : lastNamed;
        spans.add(new Shade(text(a), text(Math.max(0, b - a)), named ? text(middle) : null));
      }
    }
    return List.copyOf(spans);
  }

  /** Each pause once: all clocks that run are paused together. */
  private List<Pause> pauses(List<DueReason> reasons, Instant until) {
    Map<Instant, Pause> found = new TreeMap<>();
    for (DueReason reason : reasons) {
      for (DueReason.Pause pause : reason.pauses()) {
        double a = x(pause.from());
        double b = x(pause.to() == null ? until : pause.to());
        double middle = middle(a, b);
        boolean named = b - a >= 4 && roomBelow(middle, 80);
        found.putIfAbsent(
            pause.from(),
            new Pause(
                text(a), text(Math.max(2, b - a)), pause.reason(), named ? text(middle) : null));
      }
    }
    return List.copyOf(found.values());
  }

  /** Where to name a pause: in its middle, or behind now where now stands in the way. */
  private double middle(double a, double b) {
    double middle = Math.max(LEFT + 80, Math.min(WIDTH - 80, (a + b) / 2));
    Instant moment = now;
    if (moment != null && !roomBelow(middle, 80) && x(moment) + 126 < Math.min(b, WIDTH - 80)) {
      return x(moment) + 126;
    }
    return middle;
  }

  /** Whether words of that half width stand free of the box around now. */
  private boolean roomBelow(double middle, double half) {
    return now == null || Math.abs(middle - x(now)) > half + 44;
  }

  private List<Tick> ticks(ZoneId zone, Instant end) {
    LocalDate first = from.atZone(zone).toLocalDate();
    List<Tick> result = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    boolean days = Duration.between(from, end).toDays() < 9;
    for (LocalDate day = first; ; day = day.plusDays(1)) {
      double x = x(day.atStartOfDay(zone).toInstant());
      if (x > RIGHT - TICK_WIDTH) {
        break;
      }
      boolean named = day.equals(first) || days || day.getDayOfWeek() == DayOfWeek.MONDAY;
      if (named && x - last > TICK_WIDTH) {
        result.add(new Tick(text(x), day));
        last = x;
      }
    }
    return List.copyOf(result);
  }

  private double x(Instant moment) {
    double x = LEFT + Duration.between(from, moment).toSeconds() * perSecond;
    return Math.max(LEFT, Math.min(WIDTH, x));
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The clocks in the order of their promises. */
  public List<Mark> marks() {
    return marks;
  }

  /** Days on which nobody works. */
  public List<Shade> closed() {
    return closed;
  }

  /** When it waited for somebody else. */
  public List<Pause> pauses() {
    return pauses;
  }

  /** Days to name below the bar. */
  public List<Tick> ticks() {
    return ticks;
  }

  /** From the opening to the last due time. */
  public Span whole(CaseRow row) {
    double start = x(row.openedAt());
    double end = Math.max(x(row.resolutionDueAt()), x(until));
    return new Span(text(start), text(end - start));
  }

  /** What has run so far. */
  public Span run(CaseRow row) {
    double start = x(row.openedAt());
    return new Span(text(start), text(Math.max(4, x(until) - start)));
  }

  /** Where now is; null when no clock runs. */
  public @Nullable String now() {
    return now == null ? null : text(x(now));
  }

  /** Where the box around now's words begins, kept inside the drawing; null when no clock runs. */
  public @Nullable String nowBox() {
    return now == null ? null : text(Math.max(0, Math.min(WIDTH - 76, x(now) - 38)));
  }

  /** Middle of the box around now's words; null when no clock runs. */
  public @Nullable String nowText() {
    return now == null ? null : text(Math.max(0, Math.min(WIDTH - 76, x(now) - 38)) + 38);
  }

  /** Where the running part ends. */
  public String runEnd() {
    return text(x(until));
  }

  /** A length in the narrow drawing. */
  public String narrowWidth(String width) {
    return text(Math.max(2, Double.parseDouble(width) / (WIDTH - LEFT) * 350));
  }

  /** A place as a share of the whole width, for the narrow drawing: 0 to 350. */
  public String narrow(String x) {
    double share = (Double.parseDouble(x) - LEFT) / (WIDTH - LEFT);
    return text(Math.max(0, Math.min(350, share * 350)));
  }
}
