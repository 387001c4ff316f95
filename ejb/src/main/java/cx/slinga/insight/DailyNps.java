package cx.slinga.insight;

import java.time.LocalDate;

/**
 * The score of one day's answers, in points, with its adjusted Wald interval.
 *
 * @param day of the answer
 */
public record DailyNps(LocalDate day, long n, double value, double low, double high) {
  /** From too few responses to be shown as a number. */
  public boolean tooFew() {
    return n < Nps.ENOUGH;
  }
}
