package cx.slinga.cases;

/**
 * How many actions a plan has.
 *
 * @param total open, done and cancelled ones
 * @param open those that still have to be done
 */
public record PlanCounts(int total, int open) {
  /** No plan. */
  public static final PlanCounts NONE = new PlanCounts(0, 0);

  public PlanCounts {
    if (open < 0 || open > total) {
      throw new IllegalArgumentException(open + " of " + total);
    }
  }

  /** Both plans as one. */
  public PlanCounts with(PlanCounts other) {
    return new PlanCounts(total + other.total, open + other.open);
  }
}
