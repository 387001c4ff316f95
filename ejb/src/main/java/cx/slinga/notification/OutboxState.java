package cx.slinga.notification;

/** Where a message of the outbox stands. */
public enum OutboxState {
  /** Waits for its first or next attempt. */
  QUEUED("o.sent_at is null and o.dead_at is null and o.discarded_at is null"),
  /** The mail server took it. */
  SENT("o.sent_at is not null"),
  /** Given up after the last attempt, or nobody to send it to. */
  DEAD("o.dead_at is not null and o.discarded_at is null"),
  /** Not to go out any more. */
  DISCARDED("o.discarded_at is not null");

  private final String condition;

  OutboxState(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }
}
