package cx.slinga.web.causes;

import cx.slinga.insight.Interval;
import cx.slinga.insight.Wilson;
import cx.slinga.rootcause.CauseFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The share of the answers that name a cause, week by week, with the band of its 95 % interval; the
 * last weeks only, and none with fewer than ten answers.
 *
 * @param line and {@code band}: points of a polyline and a polygon
 * @param grid lines across, with what they stand for in percent
 */
public record WeekChart(List<Point> points, String line, String band, List<Grid> grid) {
  /** One week. */
  public record Point(LocalDate monday, double x, double y, double percent, long n) {}

  /** A line across. */
  public record Grid(double y, double percent) {}

  private static final int WEEKS = 12;
  private static final int ENOUGH = 10;
  private static final double LEFT = 34;
  private static final double RIGHT = 326;
  private static final double TOP = 10;
  private static final double BOTTOM = 130;

  static WeekChart of(List<CauseFigures.Week> all) {
    List<CauseFigures.Week> weeks =
        all.stream().filter(week -> Math.max(week.responses(), week.cases()) >= ENOUGH).toList();
    weeks = weeks.subList(Math.max(0, weeks.size() - WEEKS), weeks.size());
    double top = 0.01;
    List<Interval> intervals = new ArrayList<>();
    for (CauseFigures.Week week : weeks) {
      Interval one = Wilson.interval(week.cases(), Math.max(week.responses(), week.cases()));
      intervals.add(one);
      top = Math.max(top, one.high());
    }
    List<Point> points = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    StringBuilder high = new StringBuilder();
    StringBuilder low = new StringBuilder();
    for (int i = 0; i < weeks.size(); i++) {
      CauseFigures.Week week = weeks.get(i);
      long n = Math.max(week.responses(), week.cases());
      double share = (double) week.cases() / n;
      double x =
          weeks.size() == 1
              ? (LEFT + RIGHT) / 2
              : LEFT + 16 + i * (RIGHT - LEFT - 32) / (weeks.size() - 1);
      points.add(new Point(week.monday(), x, y(share, top), 100 * share, n));
      line.append(point(x, y(share, top)));
      high.append(point(x, y(intervals.get(i).high(), top)));
      low.insert(0, point(x, y(intervals.get(i).low(), top)));
    }
    List<Grid> grid = new ArrayList<>();
    for (int i = 0; i <= 2; i++) {
      grid.add(new Grid(y(top * i / 2, top), 100 * top * i / 2));
    }
    return new WeekChart(List.copyOf(points), line.toString(), high.append(low).toString(), grid);
  }

  private static double y(double share, double top) {
    return BOTTOM - (BOTTOM - TOP) * share / top;
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }
}
