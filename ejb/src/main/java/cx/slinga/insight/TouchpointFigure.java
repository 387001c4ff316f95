package cx.slinga.insight;

/**
 * How a touchpoint was rated, on 1 to 5.
 *
 * @param department name of the department that answers for it
 * @param what is rated there: {@code rating}, {@code cleanliness}, {@code safety} or {@code ease}
 * @param topTwoShare share of the 4s and 5s, from 0 to 1
 * @param low Wilson interval of {@code topTwoShare}
 * @param tooFew from too few responses to be shown as numbers
 */
public record TouchpointFigure(
    String key,
    String name,
    String stageKey,
    String stageName,
    String department,
    String what,
    long n,
    double mean,
    double topTwoShare,
    double low,
    double high,
    boolean tooFew) {}
