package cx.slinga.api.feedback;

import cx.slinga.imports.ImportRow;
import cx.slinga.imports.ImportState;
import cx.slinga.shared.Messages;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import, how far it is and what came of it. */
@Schema(name = "Import", description = "An import, how far it is and what came of it")
public record ImportDocument(
    UUID id,
    String fileName,
    String survey,
    String surveyName,
    ImportState state,
    @Schema(description = "0 to 100; 100 only when done") int percent,
    @Schema(description = "Name of the person") String requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long sizeBytes,
    long bytesRead,
    @Schema(description = "Rows read so far: accepted, known and rejected") long recordsRead,
    @Schema(description = "Rows stored as new responses") long accepted,
    @Schema(description = "Of the accepted, those with a score") long scored,
    @Schema(description = "Rows whose response was there already") long known,
    @Schema(description = "Rows not taken in, see rejections") long rejected,
    @Schema(description = "Values left out of accepted rows") long warnings,
    long casesOpened,
    @Schema(description = "Whether negative responses become cases") boolean followUp,
    @Schema(description = "Why it failed, in the caller's language") @Nullable String failure) {

  static ImportDocument of(ImportRow row, Locale language) {
    return new ImportDocument(
        row.id(),
        row.fileName(),
        row.survey(),
        row.surveyName(),
        row.state(),
        row.percent(),
        row.requestedBy(),
        row.requestedAt(),
        row.startedAt(),
        row.finishedAt(),
        row.sizeBytes(),
        row.bytesRead(),
        row.recordsRead(),
        row.accepted(),
        row.scored(),
        row.known(),
        row.rejected(),
        row.warnings(),
        row.casesOpened(),
        row.followUp(),
        row.failureKey() == null
            ? null
            : Messages.text(language, row.failureKey(), row.failureArgs()));
  }
}
