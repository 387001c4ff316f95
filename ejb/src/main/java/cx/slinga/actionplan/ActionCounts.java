package cx.slinga.actionplan;

/**
 * Open actions, counted.
 *
 * @param mine those that the caller has to do
 * @param mineLate those of them whose day has passed
 * @param open all within sight
 * @param late those of them whose day has passed
 */
public record ActionCounts(long mine, long mineLate, long open, long late) {}
