package cx.slinga.cases;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the case, read from the record.
 *
 * @param verb for example {@code case.contacted}
 * @param facts what there is to say: field to new value
 * @param note what the person wrote: a note on the case or on a contact, why it pauses or why it
 *     was reopened; null for none
 * @param about the action or cause that it concerns, by its name of today; null for none
 */
public record TimelineEntry(
    Instant at,
    String actorName,
    String verb,
    Map<String, String> facts,
    @Nullable String note,
    @Nullable About about) {

  /**
   * What an entry concerns beside the case.
   *
   * @param type {@code action} or {@code cause}
   * @param verb what was done with it, for example {@code action.done}; null where the entry's own
   *     verb says it
   */
  public record About(String type, UUID id, String name, @Nullable String verb) {}
}
