package cx.slinga.cases;

/**
 * What is still open of a case's plan and does not keep the case from being closed.
 *
 * @param project number of the running project that carries it on
 * @param actions how many there are, at least one
 */
public record CarriedOn(String project, int actions) {}
