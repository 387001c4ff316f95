package cx.slinga.organisation;

import java.util.List;
import java.util.UUID;

/**
 * Others have taken over somebody's work. Fired once a hand-over, inside its transaction, after all
 * work has moved.
 *
 * @param from username of whose work it was
 * @param actor who handed it over
 */
public record WorkTaken(String from, String actor, List<Share> shares) {
  public WorkTaken {
    shares = List.copyOf(shares);
  }

  /** What one person has taken over. */
  public record Share(UUID person, long cases, long actions, long causes, long projects) {}
}
