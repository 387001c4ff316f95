package cx.slinga.callback;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A case whose customer waits for a call today.
 *
 * @param words what the customer said, null when nothing
 */
public record CallbackDue(
    String number,
    LocalTime from,
    LocalTime to,
    @Nullable String note,
    String ownerName,
    @Nullable String touchpoint,
    @Nullable Integer score,
    @Nullable String words) {}
