package cx.slinga.insight;

/**
 * Score interval of a proportion: never outside 0 to 1, and never of width zero where all answered
 * alike. E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA
 * 22 (1927): centre (p + z²/2n) / (1 + z²/n), half width z·√(p(1−p)/n + z²/4n²) / (1 + z²/n).
 */
public final class Wilson {
  private Wilson() {}

  /**
   * The 95 % interval, as shares from 0 to 1; the whole range for none of none.
   *
   * @param hits of {@code n}, from 0 to {@code n}
   * @throws IllegalArgumentException when it is not a part of a whole
   */
  public static Interval interval(long hits, long n) {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException(hits + " of " + n);
    }
    if (n == 0) {
      return new Interval(0, 1);
    }
    double p = (double) hits / n;
    double z2 = Interval.Z * Interval.Z;
    double scale = 1 + z2 / n;
    double centre = (p + z2 / (2.0 * n)) / scale;
    double halfWidth = Interval.Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / scale;
    return Interval.around(centre, halfWidth, 0, 1);
  }
}
