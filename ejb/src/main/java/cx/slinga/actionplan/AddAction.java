package cx.slinga.actionplan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new action in the plan of a case.
 *
 * @param caseVersion the version of the case that the user looked at, null skips the check
 * @param owner username
 * @param dependsOn an action of the case or its cause that has to be done first, null for none
 */
public record AddAction(
    String caseNumber,
    @Nullable Long caseVersion,
    String title,
    ActionKind kind,
    String owner,
    LocalDate deadline,
    @Nullable UUID dependsOn) {

  /** One that waits for no other. */
  public AddAction(
      String caseNumber,
      @Nullable Long caseVersion,
      String title,
      ActionKind kind,
      String owner,
      LocalDate deadline) {
    this(caseNumber, caseVersion, title, kind, owner, deadline, null);
  }
}
