package cx.slinga.api.cases;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One verb for many cases: either by number, or all that a filter names. */
record StartJob(
    @Schema(description = "assign, link, plan or dismiss", examples = "assign") @NotNull
        String verb,
    @Schema(
            description =
                "What the single verb takes: owner; causeId; title, kind, owner, deadline; reason,"
                    + " note")
        @Nullable Map<String, String> input,
    @Schema(description = "At most 10,000 numbers") @Nullable List<@NotNull String> numbers,
    @Schema(description = "Parameters as of GET /cases; {} names every case within sight")
        @Nullable Map<String, String> filter,
    @Schema(description = "Which of more than 10,000 are taken: the first in this order")
        @Nullable String sort) {}
