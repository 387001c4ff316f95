package cx.slinga.bulk;

import java.util.List;

/**
 * A case that a bulk job left as it was.
 *
 * @param position among the job's cases, from 1
 * @param number as it was selected
 * @param reasonKey of {@link cx.slinga.shared.Messages}, as the single verb would have refused
 */
public record BulkRefusal(int position, String number, String reasonKey, List<String> reasonArgs) {
  public BulkRefusal {
    reasonArgs = List.copyOf(reasonArgs);
  }
}
