package cx.slinga.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Somebody's open work goes to others. Fired inside the transaction: whoever keeps work that people
 * own moves it to the {@link #successors()}, records each piece, and says how many there were.
 */
public final class HandOver {
  private final UUID person;
  private final Successors successors;
  private final Instant at;
  private final String actor;
  private final String origin;
  private final Map<UUID, long[]> taken = new TreeMap<>();

  HandOver(UUID person, Successors successors, Instant at, String actor, String origin) {
    this.person = person;
    this.successors = successors;
    this.at = at;
    this.actor = actor;
    this.origin = origin;
  }

  /** Whose work it was. */
  public UUID person() {
    return person;
  }

  public Successors successors() {
    return successors;
  }

  public Instant at() {
    return at;
  }

  /** For the record. */
  public String actor() {
    return actor;
  }

  /** For the record. */
  public String origin() {
    return origin;
  }

  /** One more case went to that person. */
  public void movedCase(UUID to) {
    count(to, 0);
  }

  /** One more action went to that person. */
  public void movedAction(UUID to) {
    count(to, 1);
  }

  /** One more cause went to that person. */
  public void movedCause(UUID to) {
    count(to, 2);
  }

  /** One more project went to that person. */
  public void movedProject(UUID to) {
    count(to, 3);
  }

  private void count(UUID to, int kind) {
    taken.computeIfAbsent(to, person -> new long[4])[kind]++;
  }

  /** What each of them has taken over, when every observer is done. */
  List<WorkTaken.Share> shares() {
    return taken.entrySet().stream()
        .map(
            share ->
                new WorkTaken.Share(
                    share.getKey(),
                    share.getValue()[0],
                    share.getValue()[1],
                    share.getValue()[2],
                    share.getValue()[3]))
        .toList();
  }

  /** What was moved, when every observer is done. */
  HandedOver result(String username) {
    List<WorkTaken.Share> shares = shares();
    return new HandedOver(
        username,
        shares.stream().mapToLong(WorkTaken.Share::cases).sum(),
        shares.stream().mapToLong(WorkTaken.Share::actions).sum(),
        shares.stream().mapToLong(WorkTaken.Share::causes).sum(),
        shares.stream().mapToLong(WorkTaken.Share::projects).sum());
  }
}
