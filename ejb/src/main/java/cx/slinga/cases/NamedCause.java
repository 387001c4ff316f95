package cx.slinga.cases;

/**
 * The cause that a case names, as far as closing the case needs it.
 *
 * @param rejected whether it turned out not to be one
 * @param plan what all of its cases share
 * @param carrier the project that removes it
 */
public record NamedCause(boolean rejected, PlanCounts plan, Carrier carrier) {
  /** Of a case that names none. */
  public static final NamedCause NONE = new NamedCause(false, PlanCounts.NONE, Carrier.NONE);
}
