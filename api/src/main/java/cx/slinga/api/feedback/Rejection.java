package cx.slinga.api.feedback;

import cx.slinga.imports.RejectionRow;
import cx.slinga.shared.Messages;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row that was not taken in, and why. */
public record Rejection(
    @Schema(description = "Where the row begins in the file, from 1") long line,
    @Schema(description = "Names the reason for programs") String reason,
    @Schema(description = "The reason in the caller's language") String text,
    @Schema(description = "Beginning of the row") @Nullable String excerpt) {

  static Rejection of(RejectionRow row, Locale language) {
    return new Rejection(
        row.line(), row.reason(), Messages.text(language, row.reason(), row.args()), row.excerpt());
  }
}
