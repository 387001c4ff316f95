package cx.slinga.rootcause;

import java.util.UUID;

/**
 * Everything of a cause went to another one. Features above move there what of theirs hangs on it;
 * the record has it as {@code cause.merged}.
 */
public record CausesMerged(UUID from, UUID into) {}
