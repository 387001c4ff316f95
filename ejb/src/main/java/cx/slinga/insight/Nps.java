package cx.slinga.insight;

/**
 * Net promoter score of counted answers: promoters 9 to 10, passives 7 to 8, detractors 0 to 6.
 *
 * <p>Each answer counts +1, 0 or −1; with the shares p and d the variance of that coding is s² = (p
 * + d) − (p − d)², and the standard error of the score 100·√(s²/n). Intervals: Wald, score ±
 * 1.96·SE; adjusted Wald, the same after adding ¾ promoter, 1½ passive and ¾ detractor, which
 * covers better where n is small or the answers are lopsided (B. Rocks, Interval estimation for the
 * "Net Promoter Score", The American Statistician 70, 2016). Both end at ±100.
 */
public record Nps(long promoters, long passives, long detractors) {
  /** Figures from fewer responses than this are not shown as numbers. */
  public static final long ENOUGH = 10;

  public Nps {
    if (promoters < 0 || passives < 0 || detractors < 0) {
      throw new IllegalArgumentException(promoters + "/" + passives + "/" + detractors);
    }
  }

  /** The score's counts with one more bundle of answers of the same value. */
  public Nps plus(int score, long count) {
    return score >= 9
        ? new Nps(promoters + count, passives, detractors)
        : score >= 7
            ? new Nps(promoters, passives + count, detractors)
            : new Nps(promoters, passives, detractors + count);
  }

  /** The counts of both together. */
  public Nps plus(Nps other) {
    return new Nps(
        promoters + other.promoters, passives + other.passives, detractors + other.detractors);
  }

  /** How many answered. */
  public long n() {
    return promoters + passives + detractors;
  }

  /** Fewer than {@link #ENOUGH} answered. */
  public boolean tooFew() {
    return n() < ENOUGH;
  }

  /** From −100 to 100; 0 when nobody answered. */
  public double value() {
    return n() == 0 ? 0 : 100.0 * (promoters - detractors) / n();
  }

  /** Variance s² of the coding +1, 0, −1; 0 when nobody answered. */
  public double variance() {
    return variance(promoters, detractors, n());
  }

  /** In points; 0 when nobody answered. */
  public double standardError() {
    return n() == 0 ? 0 : 100 * Math.sqrt(variance() / n());
  }

  /** Wald interval, in points. */
  public Interval interval() {
    return n() == 0
        ? new Interval(-100, 100)
        : Interval.around(value(), Interval.Z * standardError(), -100, 100);
  }

  /**
   * Adjusted Wald interval, in points: the one to show. Its centre is nearer to zero than the
   * score.
   */
  public Interval adjustedInterval() {
    double n = n() + 3.0;
    double up = promoters + 0.75;
    double down = detractors + 0.75;
    double halfWidth = 100 * Interval.Z * Math.sqrt(variance(up, down, n) / n);
    return Interval.around(100 * (up - down) / n, halfWidth, -100, 100);
  }

  /**
   * How many answers, spread like these, bring the Wald interval down to plus and minus so much.
   *
   * @param margin in points, above 0
   */
  public long neededFor(double margin) {
    double width = 100 * Interval.Z / margin;
    return (long) Math.ceil(width * width * variance());
  }

  private static double variance(double promoters, double detractors, double n) {
    if (n == 0) {
      return 0;
    }
    double mean = (promoters - detractors) / n;
    return (promoters + detractors) / n - mean * mean;
  }
}
