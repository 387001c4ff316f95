package cx.slinga.reporting;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action as a workbook of cases shows it.
 *
 * @param caseNumber the case that it is for; null when it is for a cause or a project
 * @param cause title of the cause, of the case or its own
 * @param project number and title of the improvement project whose plan it is in
 * @param deadlineMoves how often the deadline was moved away from the first one
 * @param evidence how many texts, links and files show what became of it
 */
public record ActionLine(
    @Nullable String caseNumber,
    @Nullable String cause,
    @Nullable String project,
    String title,
    ActionKind kind,
    String owner,
    LocalDate deadline,
    LocalDate firstDeadline,
    int deadlineMoves,
    ActionState state,
    @Nullable Instant endedAt,
    int evidence) {}
