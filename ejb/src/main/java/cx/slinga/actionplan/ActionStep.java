package cx.slinga.actionplan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an action, for its history.
 *
 * @param from the deadline before, where it was moved
 * @param to the deadline after, where it was moved
 */
public record ActionStep(
    UUID action,
    Kind kind,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String reason) {
  /** What was decided. */
  public enum Kind {
    DEADLINE_MOVED,
    ASSIGNED,
    REOPENED,
    CANCELLED
  }

  static ActionStep moved(UUID action, LocalDate from, LocalDate to, String reason) {
    return new ActionStep(action, Kind.DEADLINE_MOVED, from, to, reason);
  }

  static ActionStep assigned(UUID action) {
    return new ActionStep(action, Kind.ASSIGNED, null, null, null);
  }

  static ActionStep cancelled(UUID action, String reason) {
    return new ActionStep(action, Kind.CANCELLED, null, null, reason);
  }

  static ActionStep reopened(UUID action, String reason) {
    return new ActionStep(action, Kind.REOPENED, null, null, reason);
  }
}
