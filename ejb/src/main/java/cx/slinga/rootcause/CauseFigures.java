package cx.slinga.rootcause;

import java.time.LocalDate;
import java.util.List;

/**
 * How large a cause is. Counts only: shares and intervals are whoever shows them to make.
 *
 * @param cases without dismissed ones
 * @param customers distinct; an answer without a customer counts as one
 * @param loudest how many cases the three customers with the most of them make
 * @param responses scored ones of all surveys whose cases name causes
 * @param detractors of these
 * @param weeks by the day of the answer, oldest first, without weeks that nobody answered
 */
public record CauseFigures(
    long cases, long customers, long loudest, long responses, long detractors, List<Week> weeks) {

  /**
   * @param monday first day
   * @param cases that name the cause
   * @param responses scored ones of that week
   */
  public record Week(LocalDate monday, long cases, long responses) {}

  /** Whether few customers make most of the noise: three of many more than a third. */
  public boolean isLoud() {
    return customers > 3 && loudest * 3 > cases;
  }
}
