package cx.slinga.journey;

import org.jspecify.annotations.Nullable;

/**
 * A touchpoint as it is to be.
 *
 * @param stage key
 * @param department key of the one that answers for it
 * @param person username, or null for everybody of the department in turn
 */
public record SaveTouchpoint(
    String name, String stage, String department, @Nullable String person) {}
