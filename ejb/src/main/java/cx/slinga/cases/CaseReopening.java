package cx.slinga.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a case was taken up again: either somebody said why, or the customer's new score was
 * negative.
 *
 * @param by name of the person; null where the customer's answer did it
 * @param reason what the person wrote; null where the customer's answer did it
 * @param score what the customer answered, 0 to 10; null where a person did it
 */
public record CaseReopening(
    Instant at, @Nullable String by, @Nullable String reason, @Nullable Integer score) {}
