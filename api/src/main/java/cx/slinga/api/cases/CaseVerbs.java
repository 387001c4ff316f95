package cx.slinga.api.cases;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.DismissalReason;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the verbs of a case take. {@code version} is the one that the caller looked at; without it
 * (and without If-Match) the verb works on whatever is there.
 */
final class CaseVerbs {
  private CaseVerbs() {}

  /** Another owner. */
  record Assign(
      @Schema(description = "User name, see /people", examples = "karin") @NotNull String owner,
      @Nullable Long version) {}

  /** An attempt to contact the customer. */
  record LogContact(
      @NotNull ContactChannel channel,
      @NotNull ContactOutcome outcome,
      @Schema(description = "Needed when the outcome is NOT_POSSIBLE") @Nullable String note,
      @Nullable Long version) {}

  /** Where it was felt, where it was caused, and by what: either causeId or newCause. */
  record Analyse(
      @Schema(description = "Key of where the customer felt it, see /touchpoints") @NotNull
          String symptomTouchpoint,
      @Schema(description = "Key of what caused it") @NotNull String causeTouchpoint,
      @Schema(description = "An existing cause, see /causes") @Nullable UUID causeId,
      @Schema(description = "Title of a new cause") @Nullable String newCause,
      @Schema(description = "The five whys, outermost first") @Nullable List<@NotNull String> whys,
      @Schema(
              description =
                  "false keeps the owner; else the case follows to another department that causes"
                      + " it")
          @Nullable Boolean handOver,
      @Nullable Long version) {}

  /** Something that will be done. */
  record PlanAction(
      @NotNull String title,
      @NotNull ActionKind kind,
      @Schema(description = "User name, see /people") @NotNull String owner,
      @NotNull LocalDate deadline,
      @Schema(description = "An action of the case or its cause that has to be done first")
          @Nullable UUID dependsOn,
      @Schema(description = "Version of the case") @Nullable Long version) {}

  /** Why it is taken up again. */
  record Reopen(@NotNull String reason, @Nullable Long version) {}

  /** Why it is no complaint. */
  record Dismiss(@NotNull DismissalReason reason, @NotNull String note, @Nullable Long version) {}

  /** For whom or what it waits. */
  record Pause(
      @NotNull PauseReason reason,
      @Schema(description = "Needed when the reason is OTHER") @Nullable String note,
      @Nullable Long version) {}

  /** How seriously it is taken. */
  record ChangeSeverity(@NotNull Severity severity, @Nullable Long version) {}
}
