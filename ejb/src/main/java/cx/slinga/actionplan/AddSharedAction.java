package cx.slinga.actionplan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new action in the plan that all cases of a cause share.
 *
 * @param owner username
 * @param dependsOn an action of the same cause that has to be done first, null for none
 */
public record AddSharedAction(
    UUID causeId,
    String title,
    ActionKind kind,
    String owner,
    LocalDate deadline,
    @Nullable UUID dependsOn) {}
