package cx.slinga.journey;

import java.util.UUID;

/**
 * A touchpoint with its stage and the department that answers for it, in the journey's order.
 *
 * @param version the one to change
 */
public record TouchpointRow(
    UUID id,
    String key,
    String name,
    String stageKey,
    String stageName,
    UUID departmentId,
    String departmentKey,
    String departmentName,
    long version) {}
