package cx.slinga.api.actionplan;

import cx.slinga.actionplan.ActionBulkResult;
import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many actions were changed; which were not, and why. */
public record BulkAnswer(int done, List<Refused> refused) {
  /** One left as it was. */
  public record Refused(UUID id, String code, @Nullable String field, String text) {}

  static BulkAnswer of(ActionBulkResult result, Locale language) {
    return new BulkAnswer(
        result.done(),
        result.refused().stream()
            .map(
                one ->
                    new Refused(
                        one.id(),
                        one.reason().key(),
                        one.reason().field(),
                        Messages.text(language, one.reason())))
            .toList());
  }
}
