package cx.slinga.api.cases;

import cx.slinga.cases.CarriedOn;
import cx.slinga.shared.Messages;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a running project carries on, also in words. */
@Schema(name = "CarriedOn")
public record CarriedOnDocument(
    @Schema(description = "Number, see /projects") String project, int actions, String text) {

  static @Nullable CarriedOnDocument of(@Nullable CarriedOn carried, Locale language) {
    return carried == null
        ? null
        : new CarriedOnDocument(
            carried.project(),
            carried.actions(),
            Messages.text(
                language, "closing.carried-on", List.of(carried.project(), carried.actions())));
  }
}
