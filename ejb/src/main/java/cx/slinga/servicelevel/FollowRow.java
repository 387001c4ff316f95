package cx.slinga.servicelevel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the open cases have followed a version of the service level.
 *
 * @param requestedBy name of the person who changed it
 * @param total how many cases were open then
 * @param reached how many have been looked at
 * @param moved how many of those are due otherwise
 * @param incident number of what stopped the last step, which is tried again; null when nothing did
 */
public record FollowRow(
    UUID id,
    int version,
    FollowState state,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    int total,
    int reached,
    int moved,
    @Nullable String incident) {

  /** 0 to 100; 100 only when it is done. */
  public int percent() {
    return state.isEnded() ? 100 : (int) Math.min(99L, 100L * reached / Math.max(1, total));
  }

  /** How many are still to come, as far as that is known. */
  public int left() {
    return state.isEnded() ? 0 : Math.max(0, total - reached);
  }
}
