package cx.slinga.web.shared;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the panels of a page read once for each look at its subject. Not kept across a move of the
 * session to another server: it is read again there.
 */
public final class OncePerLook implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Map<String, Object> read;

  /** The answer to a question of that name, asked at most once until {@link #forget}. */
  public <T> T read(String name, Supplier<T> question) {
    Map<String, Object> known = read;
    if (known == null) {
      known = new HashMap<>();
      read = known;
    }
    @SuppressWarnings("unchecked") // each name is used with one type
    T answer = (T) known.get(name);
    if (answer == null) {
      answer = question.get();
      known.put(name, answer);
    }
    return answer;
  }

  /** Asks everything anew from here on. */
  public void forget() {
    read = null;
  }
}
