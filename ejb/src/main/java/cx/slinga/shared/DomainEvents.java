package cx.slinga.shared;

import java.util.List;

/**
 * What a job did to many objects at once, on somebody's behalf. Fired once for each transaction of
 * the job, in place of firing each event; whoever observes one kind of event also observes this.
 *
 * @param actor username of the person on whose behalf
 * @param origin what the record names as the way in
 */
public record DomainEvents(String actor, String origin, List<DomainEvent> events) {
  public DomainEvents {
    events = List.copyOf(events);
  }

  /** Those of one kind, in order. */
  public <E extends DomainEvent> List<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
