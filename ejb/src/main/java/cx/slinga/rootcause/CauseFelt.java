package cx.slinga.rootcause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where customers feel a cause. Counts only, without dismissed cases: shares and intervals are
 * whoever shows them to make.
 *
 * @param touchpoints where most of its cases were felt, the most first
 * @param segments of the customers of its cases, the largest first; those without one are left out
 */
public record CauseFelt(List<Place> touchpoints, List<Place> segments) {
  public CauseFelt {
    touchpoints = List.copyOf(touchpoints);
    segments = List.copyOf(segments);
  }

  /**
   * @param key of a touchpoint; null of a segment
   * @param cases that name the cause
   * @param of for a touchpoint all cases felt there, for a segment all cases of the cause
   */
  public record Place(@Nullable String key, String name, long cases, long of) {}
}
