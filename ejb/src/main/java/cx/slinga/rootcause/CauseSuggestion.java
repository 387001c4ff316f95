package cx.slinga.rootcause;

/**
 * A cause that a case may have.
 *
 * @param here caused at the touchpoint where the case was felt
 * @param similar how many of its customers, of the few that are listened to, said alike
 * @param alike from 0 to 100: how much this customer's words are like those of its cases
 */
public record CauseSuggestion(CauseRow cause, boolean here, int similar, int alike) {}
