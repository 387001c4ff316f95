package cx.slinga.api.shared;

import cx.slinga.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a list one call answers. */
public final class Paging {
  private static final int DEFAULT = 50;
  private static final int MAX = 200;

  private Paging() {}

  /**
   * The asked-for size of a page.
   *
   * @throws BadRequest when it is no number from 1 to 200
   */
  public static int size(@Nullable String limit) {
    if (limit == null || limit.isBlank()) {
      return DEFAULT;
    }
    try {
      int size = Integer.parseInt(limit.strip());
      if (size >= 1 && size <= MAX) {
        return size;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new BadRequest("limit", "limit.range", MAX);
  }

  /** A list that is short enough for one page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }
}
