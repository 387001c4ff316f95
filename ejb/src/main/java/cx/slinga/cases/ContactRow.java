package cx.slinga.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to contact the customer. */
public record ContactRow(
    Instant at,
    String personName,
    ContactChannel channel,
    ContactOutcome outcome,
    @Nullable String note) {}
