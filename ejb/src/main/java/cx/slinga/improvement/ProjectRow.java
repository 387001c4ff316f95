package cx.slinga.improvement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A project, for lists.
 *
 * @param number as users name it, {@code PR-2026-0001}
 * @param priority impact × confidence ÷ effort, two decimals
 * @param causes how many causes it removes
 * @param actionsTotal actions of its own plan
 * @param actionsOpen those of them that still have to be done
 */
public record ProjectRow(
    UUID id,
    long version,
    String number,
    String title,
    ProjectState state,
    String departmentKey,
    String department,
    String ownerUsername,
    String ownerName,
    LocalDate deadline,
    int impact,
    int confidence,
    int effort,
    BigDecimal priority,
    int causes,
    int actionsTotal,
    int actionsOpen) {

  /** Not ended, and its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return !state.isEnded() && deadline.isBefore(today);
  }
}
