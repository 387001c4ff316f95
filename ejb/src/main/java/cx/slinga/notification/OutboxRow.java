package cx.slinga.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox as an administrator sees it: of the address only so much that it can be
 * told from another, of the words nothing.
 *
 * @param recipient a user name, or an address with most of it hidden
 * @param about number of the case that it is about, null when it is about several or none
 * @param at when it came into its state; for a queued one, when it is tried next
 * @param error why the last attempt failed
 */
public record OutboxRow(
    long id,
    String kind,
    String recipient,
    @Nullable String about,
    OutboxState state,
    Instant createdAt,
    Instant at,
    int attempts,
    @Nullable String error) {}
