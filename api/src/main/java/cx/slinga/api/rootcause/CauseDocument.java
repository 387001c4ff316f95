package cx.slinga.api.rootcause;

import cx.slinga.insight.Interval;
import cx.slinga.insight.Wilson;
import cx.slinga.rootcause.CauseDetails;
import cx.slinga.rootcause.CauseFigures;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.EvidenceRow;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.rootcause.Why;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cause with everything behind it, and how large it is. */
@Schema(name = "Cause")
record CauseDocument(
    @Schema(description = "The cause as lists have it") CauseRow row,
    @Nullable String headName,
    String createdBy,
    Instant createdAt,
    @Nullable String escapePoint,
    @Nullable String rejectionReason,
    @Schema(description = "Outermost first") List<Why> whys,
    @Schema(description = "Cause and effect, each part before what hangs on it")
        List<TreeNode> tree,
    @Schema(description = "Empty when it is out of sight") List<EvidenceRow> evidence,
    @Schema(description = "How many distinct customers") long customers,
    @Schema(description = "Of the detractors, from 0 to 1, with its 95 % interval") Share share,
    List<CauseFigures.Week> weeks) {

  /** A proportion. */
  record Share(long cases, long detractors, double value, double low, double high) {
    static Share of(long hits, long detractors) {
      // a survey's own rule may open cases also for passives
      long n = Math.max(detractors, hits);
      Interval interval = Wilson.interval(hits, n);
      return new Share(hits, n, n == 0 ? 0 : (double) hits / n, interval.low(), interval.high());
    }
  }

  static CauseDocument of(CauseDetails details, CauseFigures figures) {
    return new CauseDocument(
        details.row(),
        details.headName(),
        details.createdBy(),
        details.createdAt(),
        details.escapePoint(),
        details.rejectionReason(),
        details.whys(),
        details.tree(),
        details.evidence(),
        figures.customers(),
        Share.of(figures.cases(), figures.detractors()),
        figures.weeks());
  }
}
