package cx.slinga.resurvey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that can still be answered.
 *
 * @param language of the customer, null where unknown
 */
public record Resurvey(
    UUID id, UUID caseId, String number, String survey, @Nullable String language) {}
