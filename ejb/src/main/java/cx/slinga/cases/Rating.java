package cx.slinga.cases;

/**
 * One rated touchpoint of the answer.
 *
 * @param what {@code rating} or {@code cleanliness}: a touchpoint may be rated twice
 * @param value 1 to 5, higher is better
 */
public record Rating(String touchpointKey, String touchpoint, String what, int value) {}
