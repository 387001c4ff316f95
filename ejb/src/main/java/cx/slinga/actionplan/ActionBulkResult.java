package cx.slinga.actionplan;

import cx.slinga.shared.BusinessException;
import java.util.List;
import java.util.UUID;

/**
 * What became of a change of several actions.
 *
 * @param done how many were changed
 * @param refused those left as they were, in the order in which they were named
 */
public record ActionBulkResult(int done, List<Refusal> refused) {
  public ActionBulkResult {
    refused = List.copyOf(refused);
  }

  /** An action left as it was, and why. */
  public record Refusal(UUID id, BusinessException reason) {}
}
