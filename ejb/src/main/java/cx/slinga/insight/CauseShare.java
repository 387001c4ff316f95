package cx.slinga.insight;

import java.util.UUID;

/**
 * How much of a survey's dissatisfaction a root cause stands for.
 *
 * @param cases of this survey that name the cause, without dismissed ones
 * @param share of the survey's detractors, from 0 to 1
 * @param low Wilson interval of {@code share}
 * @param tooFew the survey has too few detractors for a share to be shown
 */
public record CauseShare(
    UUID id, String title, long cases, double share, double low, double high, boolean tooFew) {}
