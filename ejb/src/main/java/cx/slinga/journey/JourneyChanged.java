package cx.slinga.journey;

import cx.slinga.shared.DomainEvent;
import java.util.Map;

/**
 * A stage or touchpoint was added, or is another than before.
 *
 * @param objectType {@code stage} or {@code touchpoint}
 */
record JourneyChanged(String verb, String objectType, String objectId, Map<String, Change> changes)
    implements DomainEvent {}
