package cx.slinga.insight;

/**
 * Sums of the answers' weights within the sample.
 *
 * @param squared sum of the squares of all weights
 */
record Weights(double promoters, double passives, double detractors, double squared) {
  private double sum() {
    return promoters + passives + detractors;
  }

  /** From −100 to 100; 0 without answers. */
  double nps() {
    return sum() == 0 ? 0 : 100 * (promoters - detractors) / sum();
  }

  /** Kish's effective number of answers. */
  double effectiveN() {
    return squared == 0 ? 0 : sum() * sum() / squared;
  }
}
