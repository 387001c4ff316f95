package cx.slinga.journey;

import org.jspecify.annotations.Nullable;

/** Who answers for a touchpoint, in the journey's order. */
public record ResponsibilityRow(
    String key,
    String name,
    String stageName,
    String departmentKey,
    String departmentName,
    @Nullable String personUsername,
    @Nullable String personName) {}
