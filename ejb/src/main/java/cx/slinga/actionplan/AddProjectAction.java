package cx.slinga.actionplan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new action in the plan of an improvement project.
 *
 * @param project number
 * @param owner username
 * @param dependsOn an action of the same project that has to be done first, null for none
 */
public record AddProjectAction(
    String project,
    String title,
    ActionKind kind,
    String owner,
    LocalDate deadline,
    @Nullable UUID dependsOn) {}
