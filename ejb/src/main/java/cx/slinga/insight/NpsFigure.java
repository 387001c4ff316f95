package cx.slinga.insight;

/**
 * The score of a survey, ready to show. All but the counts in points from −100 to 100.
 *
 * @param low adjusted Wald interval, the one to show, see {@link Nps#adjustedInterval}
 * @param waldLow Wald interval, for programs that want to compare
 * @param weightedValue the score with each answer counted by its weight; equal to {@code value}
 *     where the survey has no weights
 * @param effectiveN how many unweighted answers tell as much as the weighted ones: (Σw)² / Σw² (L.
 *     Kish, Survey Sampling, 1965)
 */
public record NpsFigure(
    long n,
    long promoters,
    long passives,
    long detractors,
    double value,
    double standardError,
    double low,
    double high,
    double waldLow,
    double waldHigh,
    double weightedValue,
    double effectiveN) {

  static NpsFigure of(Nps nps, Weights weights) {
    Interval wald = nps.interval();
    Interval adjusted = nps.adjustedInterval();
    return new NpsFigure(
        nps.n(),
        nps.promoters(),
        nps.passives(),
        nps.detractors(),
        nps.value(),
        nps.standardError(),
        adjusted.low(),
        adjusted.high(),
        wald.low(),
        wald.high(),
        weights.nps(),
        weights.effectiveN());
  }

  /** From too few responses to be shown as a number. */
  public boolean tooFew() {
    return n < Nps.ENOUGH;
  }

  /** How many answers, spread like these, a margin of so many points would take. */
  public long neededFor(double margin) {
    return new Nps(promoters, passives, detractors).neededFor(margin);
  }
}
