package cx.slinga.resurvey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that a customer was asked after the closing.
 *
 * @param answeredAt null while it is not answered
 * @param words of the customer, verbatim
 */
public record ResurveyRow(
    Instant invitedAt,
    Instant expiresAt,
    @Nullable Instant answeredAt,
    @Nullable Integer score,
    @Nullable String words) {}
