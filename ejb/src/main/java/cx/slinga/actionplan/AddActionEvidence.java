package cx.slinga.actionplan;

import cx.slinga.evidence.EvidenceFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that an action is being done, or was: a text, a link or a file.
 *
 * @param note a text, or what the link or file shows
 * @param link http or https, or null
 * @param file or null; at most one of link and file is given
 */
public record AddActionEvidence(
    UUID action, @Nullable String note, @Nullable String link, @Nullable EvidenceFile file) {}
