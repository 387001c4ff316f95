package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ChangeActions;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the verbs of an action take. {@code version} is the one that the caller looked at; without
 * it (and without If-Match) the verb works on whatever is there.
 */
final class ActionVerbs {
  private ActionVerbs() {}

  /** What shows that it is done. */
  record Done(
      @Schema(description = "In words") @Nullable String evidence,
      @Schema(description = "Where it can be seen") @Nullable String evidenceLink,
      @Nullable Long version) {}

  /** A text or a link; files come as multipart/form-data. */
  record Evidence(
      @Schema(description = "A text, or what the link shows") @Nullable String note,
      @Schema(description = "http or https") @Nullable String link) {}

  /** Another day. */
  record MoveDeadline(
      @NotNull LocalDate deadline, @NotNull String reason, @Nullable Long version) {}

  /** Another owner. */
  record Reassign(
      @Schema(description = "User name, see /people") @NotNull String owner,
      @Nullable Long version) {}

  /** Why an action will not be done. */
  @Schema(name = "CancelAction")
  record Cancel(@NotNull String reason, @Nullable Long version) {}

  /** Why it is taken up again. */
  record Reopen(@NotNull String reason, @Nullable Long version) {}

  /** What has to be done first. */
  record DependOn(
      @Schema(description = "An action of the same plan; null for none") @Nullable UUID dependsOn,
      @Nullable Long version) {}

  /** Something that will be done for all cases of a cause. */
  record PlanSharedAction(
      @NotNull String title,
      @NotNull ActionKind kind,
      @Schema(description = "User name, see /people") @NotNull String owner,
      @NotNull LocalDate deadline,
      @Schema(description = "An action of the same cause that has to be done first")
          @Nullable UUID dependsOn) {}

  /** The same for several. */
  record Bulk(
      @NotNull List<@NotNull UUID> ids,
      @NotNull ChangeActions.Verb verb,
      @Schema(description = "For ASSIGN") @Nullable String owner,
      @Schema(description = "For MOVE") @Nullable LocalDate deadline,
      @Schema(description = "For MOVE") @Nullable String reason) {}
}
