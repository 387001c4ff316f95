package cx.slinga.improvement;

import org.jspecify.annotations.Nullable;

/**
 * What a department can take on.
 *
 * @param department its name
 * @param running how many of its projects run
 * @param limit how many of them should at most
 * @param override why one more has to run in spite of the limit; null when nobody says so
 */
public record RunningRoom(String department, int running, int limit, @Nullable String override) {
  boolean isFull() {
    return running >= limit;
  }
}
