package cx.slinga.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as screens show it.
 *
 * @param changedBy name of who wrote it last, null when it came with the product
 */
public record TemplateRow(
    UUID id,
    String name,
    String language,
    String subject,
    String body,
    @Nullable String changedBy,
    Instant changedAt,
    long version) {}
