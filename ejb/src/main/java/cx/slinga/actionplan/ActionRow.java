package cx.slinga.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as plans and lists show it. It belongs to a case, to a cause or to a project, and to
 * one of them only.
 *
 * @param caseNumber the case that it is for; null when it is for a cause or a project
 * @param causeId the cause whose cases share it; null when it is for one case or a project
 * @param cause that cause's title
 * @param projectNumber the improvement project whose plan it is in
 * @param project that project's title
 * @param department name of the department that can remove the cause or runs the project, else
 *     where it was felt
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
    @Nullable String projectNumber,
    @Nullable String project,
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
