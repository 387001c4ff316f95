package cx.slinga.rootcause;

import cx.slinga.evidence.EvidenceKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, without the content of its file.
 *
 * @param whyId the why that it shows, or null
 * @param nodeId the node of the tree that it shows, or null; neither: the cause as such
 * @param link http or https, of a LINK
 * @param fileName without a path, of a FILE
 * @param sizeBytes of a FILE
 */
public record EvidenceRow(
    UUID id,
    @Nullable UUID whyId,
    @Nullable UUID nodeId,
    EvidenceKind kind,
    @Nullable String note,
    @Nullable String link,
    @Nullable String fileName,
    @Nullable String mediaType,
    @Nullable Long sizeBytes,
    String addedBy,
    Instant addedAt) {

  /** What a reader knows it by. */
  public String label() {
    return kind.label(note, link, fileName);
  }
}
