package cx.slinga.rootcause;

import java.util.UUID;

/**
 * A cause, for lists and for choosing.
 *
 * @param cases how many cases share it, without dismissed ones
 * @param detractors of all surveys whose cases name causes: what the cases are a share of
 */
public record CauseRow(
    UUID id,
    long version,
    String title,
    CauseState state,
    String touchpointKey,
    String touchpoint,
    String departmentKey,
    String department,
    String ownerUsername,
    String ownerName,
    long cases,
    long detractors) {}
