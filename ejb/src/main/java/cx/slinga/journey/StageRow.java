package cx.slinga.journey;

/**
 * A stage, in the journey's order.
 *
 * @param touchpoints how many it has
 * @param version the one to change
 */
public record StageRow(
    String journeyKey,
    String journeyName,
    String key,
    String name,
    int touchpoints,
    long version) {}
