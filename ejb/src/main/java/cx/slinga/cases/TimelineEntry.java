package cx.slinga.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the case, read from the record.
 *
 * @param verb for example {@code case.contacted}
 * @param facts what there is to say: field to new value
 * @param note what the person wrote: a note on the case, why it pauses or why it was reopened; null
 *     for none
 */
public record TimelineEntry(
    Instant at, String actorName, String verb, Map<String, String> facts, @Nullable String note) {}
