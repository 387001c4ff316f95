package cx.slinga.rootcause;

import java.util.UUID;

/**
 * A cause, for choosing.
 *
 * @param cases how many cases share it
 */
public record CauseRow(
    UUID id,
    String title,
    CauseState state,
    String touchpointKey,
    String touchpoint,
    String department,
    long cases) {}
