package cx.slinga.notification;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A row of the outbox that somebody is delivering.
 *
 * @param attempts how many have failed before
 */
public record Outgoing(
    long id, UUID messageId, String kind, String recipient, JsonObject payload, int attempts) {}
