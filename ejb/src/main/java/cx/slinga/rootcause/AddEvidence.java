package cx.slinga.rootcause;

import cx.slinga.evidence.EvidenceFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a cause, a why or a node of the tree is right: a text, a link or a file.
 *
 * @param version the version of the cause that the user looked at, null skips the check
 * @param note a text, or what the link or file shows
 * @param link http or https, or null
 * @param file or null; at most one of link and file is given
 */
public record AddEvidence(
    UUID causeId,
    @Nullable Long version,
    @Nullable UUID whyId,
    @Nullable UUID nodeId,
    @Nullable String note,
    @Nullable String link,
    @Nullable EvidenceFile file) {}
