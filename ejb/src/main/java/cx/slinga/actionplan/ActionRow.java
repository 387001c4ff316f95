package cx.slinga.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action as plans and lists show it. */
public record ActionRow(
    UUID id,
    long version,
    String caseNumber,
    String title,
    ActionKind kind,
    String ownerUsername,
    String ownerName,
    LocalDate deadline,
    LocalDate firstDeadline,
    ActionState state,
    @Nullable Instant endedAt) {

  /** Open, and its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return state == ActionState.OPEN && deadline.isBefore(today);
  }
}
