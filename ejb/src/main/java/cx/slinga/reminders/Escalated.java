package cx.slinga.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that somebody was told of because its deadline had passed.
 *
 * @param clock {@code CONTACT}, {@code ANALYSIS} or {@code RESOLUTION}
 * @param level 2 as head of the department, 3 as CX owner
 * @param words what the customer said, null when nothing
 */
public record Escalated(
    String number,
    String clock,
    int level,
    Instant dueAt,
    Instant toldAt,
    String ownerName,
    @Nullable String touchpoint,
    @Nullable Integer score,
    @Nullable String words) {}
