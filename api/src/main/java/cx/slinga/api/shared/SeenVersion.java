package cx.slinga.api.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a verb that needs nothing but its object. */
@Schema(description = "May be left out altogether")
public record SeenVersion(
    @Schema(description = "The version that the caller looked at; else it does not matter")
        @Nullable Long version) {}
