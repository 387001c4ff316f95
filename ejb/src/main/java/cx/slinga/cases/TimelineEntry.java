package cx.slinga.cases;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to the case, read from the record.
 *
 * @param verb for example {@code case.contacted}
 * @param facts what there is to say: field to new value
 */
public record TimelineEntry(Instant at, String actorName, String verb, Map<String, String> facts) {}
