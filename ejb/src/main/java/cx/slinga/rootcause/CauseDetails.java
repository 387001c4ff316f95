package cx.slinga.rootcause;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the cause page shows of the cause itself; the cases behind it are read with the
 * reader's own sight.
 *
 * @param headName head of its department, if there is one
 * @param whys outermost first
 * @param tree each node before what hangs on it
 * @param evidence empty when it is out of the reader's sight
 * @param evidenceInSight false when there may be some that the reader may not see
 * @param mergedFrom how many causes were merged into it
 * @param history newest first, at most 100
 */
public record CauseDetails(
    CauseRow row,
    @Nullable String headName,
    String createdBy,
    Instant createdAt,
    @Nullable String escapePoint,
    @Nullable String rejectionReason,
    List<Why> whys,
    List<TreeNode> tree,
    List<EvidenceRow> evidence,
    boolean evidenceInSight,
    long mergedFrom,
    List<Happened> history) {

  /** One entry of the record. */
  public record Happened(Instant at, String actorName, String verb, @Nullable UUID other) {}
}
