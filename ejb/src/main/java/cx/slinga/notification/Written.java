package cx.slinga.notification;

import java.time.Instant;
import java.util.Optional;

/** What came of writing a message, at the moment when it is about to be sent. */
public sealed interface Written {
  /** It is ready to go. */
  record Ready(Mail mail) implements Written {}

  /** There is nobody to send it to, or no such kind of message. */
  record Nobody() implements Written {}

  /** What it would have told is past. */
  record Past() implements Written {}

  /** Nobody works now. */
  record NotNow(Instant next) implements Written {}

  /** Ready if there is a mail, otherwise nobody to send it to. */
  static Written of(Optional<Mail> mail) {
    return mail.<Written>map(Ready::new).orElseGet(Nobody::new);
  }
}
