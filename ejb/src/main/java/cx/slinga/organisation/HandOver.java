package cx.slinga.organisation;

import java.time.Instant;
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
  private long cases;
  private long actions;

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

  /** So many cases went to others. */
  public void movedCases(int count) {
    cases += count;
  }

  /** So many actions went to others. */
  public void movedActions(int count) {
    actions += count;
  }

  /** What was moved, when every observer is done. */
  HandedOver result(String username) {
    return new HandedOver(username, cases, actions);
  }
}
