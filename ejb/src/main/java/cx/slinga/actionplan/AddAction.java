package cx.slinga.actionplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A new action in the plan of a case.
 *
 * @param caseVersion the version of the case that the user looked at, null skips the check
 * @param owner username
 */
public record AddAction(
    String caseNumber,
    @Nullable Long caseVersion,
    String title,
    ActionKind kind,
    String owner,
    LocalDate deadline) {}
