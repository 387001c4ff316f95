package cx.slinga.actionplan;

import cx.slinga.evidence.EvidenceKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows what became of an action, without the content of its file.
 *
 * @param link http or https, of a LINK
 * @param fileName without a path, of a FILE
 * @param sizeBytes of a FILE
 */
public record ActionEvidenceRow(
    UUID id,
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
