package cx.slinga.api.cases;

import cx.slinga.bulk.BulkRow;
import cx.slinga.bulk.BulkState;
import cx.slinga.shared.Messages;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulk job, how far it is and what came of it. */
@Schema(name = "Job", description = "One verb for many cases, how far it is and what came of it")
public record JobDocument(
    UUID id,
    String verb,
    BulkState state,
    @Schema(description = "0 to 100") int percent,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Schema(description = "Cases that the selection named") int named,
    @Schema(description = "Cases that were taken: the first 10,000 of them") int total,
    @Schema(description = "Cases settled so far: done and refused") int reached,
    int done,
    @Schema(description = "Cases left as they were, see refusals") int refused,
    @Schema(description = "Whether it will stop at its next step") boolean cancelling,
    @Schema(description = "Why it was given up, in the caller's language")
        @Nullable String failure) {

  static JobDocument of(BulkRow row, Locale language) {
    String failure = row.failureKey();
    return new JobDocument(
        row.id(),
        row.verb(),
        row.state(),
        row.percent(),
        row.requestedAt(),
        row.startedAt(),
        row.finishedAt(),
        row.named(),
        row.total(),
        row.reached(),
        row.done(),
        row.refused(),
        row.cancelling(),
        failure == null ? null : Messages.text(language, failure, row.failureArgs()));
  }
}
