package cx.slinga.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as plans and lists show it. It belongs to a case or to a cause, never to both.
 *
 * @param caseNumber the case that it is for; null when all cases of a cause are
 * @param causeId the cause whose cases share it; null when it is for one case
 * @param cause that cause's title
 * @param department name of the department that can remove the cause, else where it was felt
 * @param deadlineMoves how often the deadline was moved away from the first one
 * @param evidence how many texts, links and files show what became of it
 * @param dependsOn the action that has to be done before it; null for none
 * @param dependsOnTitle its title
 * @param waits whether that one is still open
 */
public record ActionRow(
    UUID id,
    long version,
    @Nullable String caseNumber,
    @Nullable UUID causeId,
    @Nullable String cause,
    @Nullable String department,
    String title,
    ActionKind kind,
    String ownerUsername,
    String ownerName,
    LocalDate deadline,
    LocalDate firstDeadline,
    int deadlineMoves,
    ActionState state,
    Instant createdAt,
    @Nullable Instant endedAt,
    int evidence,
    @Nullable UUID dependsOn,
    @Nullable String dependsOnTitle,
    boolean waits) {

  /** Open, and its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return state == ActionState.OPEN && deadline.isBefore(today);
  }

  /** Whether all cases of a cause share it. */
  public boolean isShared() {
    return causeId != null;
  }
}
