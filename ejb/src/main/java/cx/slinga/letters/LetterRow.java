package cx.slinga.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was written to the customer of a case.
 *
 * @param sentAt when the mail server took it, null before
 * @param dead whether it cannot be delivered
 */
public record LetterRow(
    UUID id,
    Instant writtenAt,
    String writtenBy,
    String toAddress,
    String language,
    String subject,
    String body,
    @Nullable Instant sentAt,
    boolean dead) {}
