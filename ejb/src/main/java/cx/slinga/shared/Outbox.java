package cx.slinga.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What leaves the house is written here with the change and sent afterwards. Each message has an id
 * by which the receiver can drop a repeat.
 */
@ApplicationScoped
public class Outbox {
  @Inject private Database database;
  @Inject private Clock clock;

  /**
   * Puts a message in, in the caller's transaction.
   *
   * @param kind what it is, for example {@code mail.case-assigned}
   * @param recipient username or address
   * @param payload ids and numbers that the text is made from when it is sent
   */
  public void put(String kind, String recipient, Map<String, String> payload) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    payload.forEach(json::add);
    String body = json.build().toString();
    OffsetDateTime now = OffsetDateTime.now(clock);
    database.write(
        h ->
            h.createUpdate(
                    "insert into outbox (message_id, kind, recipient, payload, created_at,"
                        + " next_attempt_at) values (:id, :kind, :recipient, cast(:payload as"
                        + " jsonb), :now, :now)")
                .bind("id", Ids.next())
                .bind("kind", kind)
                .bind("recipient", recipient)
                .bind("payload", body)
                .bind("now", now)
                .execute());
  }
}
