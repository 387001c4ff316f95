package cx.slinga.api.cases;

import cx.slinga.bulk.BulkRefusal;
import cx.slinga.shared.Messages;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case that a job left as it was. */
@Schema(name = "Refusal", description = "A case that a job left as it was, and why")
public record Refusal(
    String number,
    @Schema(description = "For programs, as the single verb refuses") String code,
    @Schema(description = "In the caller's language") String reason) {

  static Refusal of(BulkRefusal row, Locale language) {
    return new Refusal(
        row.number(), row.reasonKey(), Messages.text(language, row.reasonKey(), row.reasonArgs()));
  }
}
