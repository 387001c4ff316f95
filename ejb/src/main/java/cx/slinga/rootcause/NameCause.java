package cx.slinga.rootcause;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of one case.
 *
 * @param version the version of the case that the user looked at, null skips the check
 * @param symptomTouchpoint key of where the customer felt it
 * @param causeTouchpoint key of what caused it
 * @param causeId an existing cause, or null
 * @param newCause title of a new cause, or null; exactly one of the two is given
 * @param whys the five whys, outermost first; may be empty
 * @param handOver whether the case follows to the department that causes it, when that is another
 *     one than its owner's
 */
public record NameCause(
    String number,
    @Nullable Long version,
    String symptomTouchpoint,
    String causeTouchpoint,
    @Nullable UUID causeId,
    @Nullable String newCause,
    List<String> whys,
    boolean handOver) {
  public NameCause {
    whys = List.copyOf(whys);
  }
}
