package cx.slinga.api.improvement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.improvement.ProjectDetails;
import cx.slinga.improvement.ProjectRow;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One project with its causes, its plan and its history. */
@Schema(name = "Project", description = "A project with its causes, its plan and its history")
public record ProjectDocument(
    @JsonUnwrapped ProjectRow row,
    String aim,
    @Nullable String stopReason,
    String createdBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<ProjectDetails.Removed> removes,
    @Schema(description = "How many projects of its department run") int running,
    @Schema(description = "How many of them should at most") int limit,
    List<ActionRow> plan,
    @Schema(
            description =
                "Open actions of its causes and of their closed cases, as far as within sight; at"
                    + " most 100")
        List<ActionRow> carriedOn,
    @Schema(description = "Newest first") List<ProjectDetails.Happened> history) {

  static ProjectDocument of(
      ProjectDetails details, List<ActionRow> plan, List<ActionRow> carriedOn) {
    return new ProjectDocument(
        details.row(),
        details.aim(),
        details.stopReason(),
        details.createdBy(),
        details.createdAt(),
        details.startedAt(),
        details.endedAt(),
        details.causes(),
        details.running(),
        details.limit(),
        plan,
        carriedOn,
        details.history());
  }
}
