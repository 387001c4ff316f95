package cx.slinga.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import cx.slinga.audit.AuditEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the record. */
@Schema(name = "AuditEntry", description = "One line of the record")
public record AuditLine(
    long id,
    Instant at,
    @Schema(description = "User name") String actor,
    @Schema(description = "web, api or job") String origin,
    @Schema(examples = "case.closed") String verb,
    @Schema(examples = "case") String objectType,
    @Schema(examples = "SL-2026-000123") String objectId,
    @JsonRawValue
        @Schema(
            type = SchemaType.OBJECT,
            description = "Field to [before, after]",
            examples = "{\"state\": [\"RESOLVED\", \"CLOSED\"]}")
        String changes,
    @Schema(description = "DONE or REFUSED") String outcome,
    @Schema(description = "Names why it was refused, for programs") @Nullable String reason) {

  static AuditLine of(AuditEntry entry) {
    return new AuditLine(
        entry.id(),
        entry.at(),
        entry.actor(),
        entry.origin(),
        entry.verb(),
        entry.objectType(),
        entry.objectId(),
        entry.changes(),
        entry.outcome(),
        entry.reason());
  }
}
