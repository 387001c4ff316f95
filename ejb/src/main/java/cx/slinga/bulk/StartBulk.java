package cx.slinga.bulk;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One verb for many cases.
 *
 * @param verb name of a {@link BulkVerb}
 * @param input what the verb needs besides the cases
 * @param numbers the cases by number, at most {@link BulkService#MAX}; empty when the filter says
 *     which
 * @param filter the cases that it names at the moment of the request, the first {@link
 *     BulkService#MAX} in their order; null when numbers say which
 */
public record StartBulk(
    String verb,
    BulkInput input,
    List<String> numbers,
    @Nullable CaseFilter filter,
    CaseSort sort) {
  public StartBulk {
    numbers = List.copyOf(numbers);
  }
}
