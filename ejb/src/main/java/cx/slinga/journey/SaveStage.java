package cx.slinga.journey;

import org.jspecify.annotations.Nullable;

/**
 * A stage as it is to be.
 *
 * @param after key of the stage of the same journey that it follows, null for the first place
 */
public record SaveStage(String name, @Nullable String after) {}
