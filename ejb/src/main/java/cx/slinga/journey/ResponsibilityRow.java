package cx.slinga.journey;

import org.jspecify.annotations.Nullable;

/**
 * A touchpoint and who answers for it, in the journey's order.
 *
 * @param version the one to change
 */
public record ResponsibilityRow(
    String key,
    String name,
    String journeyKey,
    String stageKey,
    String stageName,
    String departmentKey,
    String departmentName,
    @Nullable String personUsername,
    @Nullable String personName,
    long version) {}
