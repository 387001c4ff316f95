package cx.slinga.api.improvement;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.improvement.ProjectFacts;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the verbs of a project take. {@code version} is the one that the caller looked at. */
final class ProjectVerbs {
  private ProjectVerbs() {}

  /** A new project. */
  record Propose(
      @NotNull String title,
      @NotNull String aim,
      @Schema(description = "Key, see /departments") @NotNull String department,
      @Schema(description = "User name, see /people") @NotNull String owner,
      @NotNull LocalDate deadline,
      @Schema(description = "1 to 5") @NotNull Integer impact,
      @Schema(description = "1 to 5") @NotNull Integer confidence,
      @Schema(description = "1 to 5") @NotNull Integer effort,
      @Schema(description = "Ids of causes that it removes") @Nullable List<@NotNull UUID> causes) {
    ProjectFacts facts() {
      return new ProjectFacts(title, aim, deadline, impact, confidence, effort);
    }
  }

  /** What it is to do from now on. */
  @Schema(name = "ChangeProject")
  record Change(
      @NotNull String title,
      @NotNull String aim,
      @Schema(description = "Key, see /departments") @NotNull String department,
      @NotNull LocalDate deadline,
      @Schema(description = "1 to 5") @NotNull Integer impact,
      @Schema(description = "1 to 5") @NotNull Integer confidence,
      @Schema(description = "1 to 5") @NotNull Integer effort,
      @Nullable Long version) {
    ProjectFacts facts() {
      return new ProjectFacts(title, aim, deadline, impact, confidence, effort);
    }
  }

  /** Whose it is from now on. */
  @Schema(name = "AssignProject")
  record Assign(
      @Schema(description = "User name, see /people") @NotNull String owner,
      @Nullable Long version) {}

  /** That it begins. */
  @Schema(name = "StartProject")
  record Start(
      @Schema(description = "Why it has to run in spite of the department's limit")
          @Nullable String override,
      @Nullable Long version) {}

  /** Why it is given up. */
  @Schema(name = "StopProject")
  record Stop(@NotNull String reason, @Nullable Long version) {}

  /** A cause that it removes, or does not. */
  @Schema(name = "CauseOfProject")
  record OfCause(
      @Schema(description = "Id, see /causes") @NotNull UUID cause, @Nullable Long version) {}

  /** Something that will be done in it. */
  @Schema(name = "PlanProjectAction")
  record PlanAction(
      @NotNull String title,
      @NotNull ActionKind kind,
      @Schema(description = "User name, see /people") @NotNull String owner,
      @NotNull LocalDate deadline,
      @Schema(description = "An action of the same project that has to be done first")
          @Nullable UUID dependsOn) {}
}
