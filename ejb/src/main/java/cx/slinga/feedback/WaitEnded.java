package cx.slinga.feedback;

/**
 * These customers had their time to correct what they answered, and did not, or did: the answers
 * are as they are now. Fired inside a transaction, as {@link ResponsesAccepted} is. Figures counted
 * them when they came.
 *
 * @param responses of one survey, as if they came now
 */
public record WaitEnded(ResponsesAccepted responses) {}
