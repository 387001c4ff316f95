package cx.slinga.api.rootcause;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the verbs of a cause take. {@code version} is the one that the caller looked at. */
final class CauseVerbs {
  private CauseVerbs() {}

  /** Why it is not this. */
  record Reject(@NotNull String reason, @Nullable Long version) {}

  /** What it is called from now on. */
  record Rename(@NotNull String title, @Nullable Long version) {}

  /** What becomes a cause of its own. */
  record Split(
      @Schema(description = "Title of the new cause") @NotNull String title,
      @Schema(description = "Key of what causes it, see /touchpoints; else the same")
          @Nullable String touchpoint,
      @Schema(description = "Numbers of cases that go to the new cause")
          @Nullable List<@NotNull String> cases,
      @Schema(description = "Ids of whys that go along") @Nullable Set<@NotNull UUID> whys,
      @Schema(description = "Ids of parts of the tree that go along")
          @Nullable Set<@NotNull UUID> nodes,
      @Nullable Long version) {}

  /** The other cause, which goes. */
  record Merge(
      @Schema(description = "The cause that is taken into this one") @NotNull UUID from,
      @Nullable Long version) {}

  /** The chain of whys, outermost first. */
  record Whys(@NotNull List<@NotNull @Valid Answer> whys, @Nullable Long version) {}

  /** One of them. */
  record Answer(
      @Schema(description = "Of a why that stays; left out for a new one") @Nullable UUID id,
      @NotNull String answer,
      @Schema(description = "Whether this is the root cause") @Nullable Boolean root) {}

  /** A text or a link; files come as multipart/form-data. */
  record Evidence(
      @Schema(description = "A text, or what the link shows") @Nullable String note,
      @Schema(description = "http or https") @Nullable String link,
      @Schema(description = "The why that it shows") @Nullable UUID why,
      @Schema(description = "The part of the tree that it shows") @Nullable UUID node,
      @Nullable Long version) {}
}
