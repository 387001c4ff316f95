package cx.slinga.rootcause;

/**
 * A cause that a case may have.
 *
 * @param here caused at the touchpoint where the case was felt
 * @param alike from 0 to 100: how much this customer's words are like those of its cases
 */
public record CauseSuggestion(CauseRow cause, boolean here, int alike) {}
