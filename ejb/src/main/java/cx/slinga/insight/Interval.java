package cx.slinga.insight;

/** Where the true value lies with 95 % confidence, in the unit of the figure. */
public record Interval(double low, double high) {
  /** Two-sided 95 % quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  static Interval around(double centre, double halfWidth, double least, double most) {
    return new Interval(Math.max(least, centre - halfWidth), Math.min(most, centre + halfWidth));
  }
}
