package cx.slinga.notification;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The outbox as its deliverer sees it. All in the caller's transaction. */
@ApplicationScoped
class OutboxRows {
  /** After so many failed attempts a message is dead. */
  static final int MAX_ATTEMPTS = 10;

  private static final int ERROR_MAX = 500;

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected OutboxRows() {}

  @Inject
  OutboxRows(Database database) {
    this.database = database;
  }

  /** The next mail that is due, held until the transaction ends; no other server gets it. */
  Optional<Outgoing> claim(Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    "select id, message_id, kind, recipient, payload::text as payload, attempts"
                        + " from outbox where sent_at is null and dead_at is null and discarded_at"
                        + " is null and next_attempt_at <= :now and kind like 'mail.%' order by"
                        + " next_attempt_at, id limit 1 for update skip locked")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) -> {
                      try (JsonReader payload =
                          Json.createReader(new StringReader(row.getString("payload")))) {
                        return new Outgoing(
                            row.getLong("id"),
                            row.getObject("message_id", UUID.class),
                            row.getString("kind"),
                            row.getString("recipient"),
                            payload.readObject(),
                            row.getInt("attempts"));
                      }
                    })
                .findOne());
  }

  /** It was handed over. */
  void sent(Outgoing message, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update outbox set sent_at = :now, attempts = attempts + 1, last_error = null"
                        + " where id = :id")
                .bind("id", message.id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** It was not; it is tried again after a pause that doubles each time, or given up. */
  void failed(Outgoing message, String error, Instant now) {
    int attempts = message.attempts() + 1;
    Instant next = now.plus(Duration.ofMinutes(1L << Math.min(attempts - 1, MAX_ATTEMPTS)));
    database.write(
        h ->
            h.createUpdate(
                    "update outbox set attempts = :attempts, last_error = :error, next_attempt_at ="
                        + " :next, dead_at = case when :attempts >= :max then :now end where id ="
                        + " :id")
                .bind("id", message.id())
                .bind("attempts", attempts)
                .bind("max", MAX_ATTEMPTS)
                .bind("error", shortened(error))
                .bind("next", next.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** It can never be delivered. */
  void dead(Outgoing message, String reason, Instant now) {
    database.write(
        h ->
            h.createUpdate("update outbox set dead_at = :now, last_error = :error where id = :id")
                .bind("id", message.id())
                .bind("error", shortened(reason))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** It need not be delivered any more. */
  void discarded(Outgoing message, String reason, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    "update outbox set discarded_at = :now, last_error = :error where id = :id")
                .bind("id", message.id())
                .bind("error", reason)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** It waits for a better time; that is no failed attempt. */
  void postponed(Outgoing message, Instant next) {
    database.write(
        h ->
            h.createUpdate("update outbox set next_attempt_at = :next where id = :id")
                .bind("id", message.id())
                .bind("next", next.atOffset(ZoneOffset.UTC))
                .execute());
  }

  private static String shortened(String error) {
    return error.length() <= ERROR_MAX ? error : error.substring(0, ERROR_MAX);
  }
}
