package cx.slinga.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param changes JSON: field to [before, after]
 * @param outcome DONE or REFUSED
 * @param reason message key of a refusal
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String origin,
    String verb,
    String objectType,
    String objectId,
    String changes,
    String outcome,
    @Nullable String reason) {}
