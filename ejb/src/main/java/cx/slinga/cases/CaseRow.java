package cx.slinga.cases;

import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists, exports and the API show it.
 *
 * @param words the customer's own words, null where none were left
 * @param comments coded comments in words, decoded through the survey's code list
 * @param symptom name of the touchpoint where the customer felt it
 * @param causeTouchpoint name of the touchpoint that caused it, once named
 * @param cause title of the root cause, once named
 * @param causeRejected whether that cause was rejected since
 * @param pausedAt since when it waits for somebody else; null while its clocks run
 * @param actionsTotal actions of its own plan and of the plan that its cause shares
 * @param actionsOpen those of them that still have to be done
 * @param contactedAt when the promise to contact was first kept, and its clock stopped
 * @param contactOutcome what came of contacting since it was opened, or reopened the last time
 * @param nextClock the running clock that rings first; null when none runs
 * @param project number of the running project that removes the cause
 * @param projectActions how many actions are in the plan of that project, or of one that has ended
 *     well
 * @param containmentOpen open containment actions of its own plan, counted where a project runs
 * @param recoveredScore what the customer answered when asked again after the solving
 */
public record CaseRow(
    UUID id,
    String number,
    long version,
    CaseState state,
    Severity severity,
    @Nullable Integer score,
    @Nullable String words,
    List<String> comments,
    String ownerUsername,
    String ownerName,
    @Nullable String symptomKey,
    @Nullable String symptom,
    @Nullable String department,
    @Nullable String causeTouchpoint,
    @Nullable String causeDepartment,
    @Nullable UUID causeId,
    @Nullable String cause,
    boolean causeRejected,
    Instant openedAt,
    LocalDate answeredOn,
    Instant contactDueAt,
    @Nullable Instant contactedAt,
    @Nullable ContactOutcome contactOutcome,
    Instant analysisDueAt,
    @Nullable Instant analysedAt,
    Instant resolutionDueAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Nullable ClockKind nextClock,
    @Nullable Instant nextDueAt,
    @Nullable Instant pausedAt,
    @Nullable PauseReason pauseReason,
    int actionsTotal,
    int actionsOpen,
    String survey,
    @Nullable Integer recoveredScore,
    @Nullable Instant recoveredAt,
    @Nullable String project,
    int projectActions,
    int containmentOpen) {

  public CaseRow {
    comments = List.copyOf(comments);
  }

  /** What the customer said: the own words, else the coded comments, else null. */
  public @Nullable String voice() {
    return words != null ? words : comments.isEmpty() ? null : String.join(" · ", comments);
  }

  /** Whether a clock that is due then waits, and was not late before it began to. */
  public boolean waits(Instant due) {
    return pausedAt != null && due.isAfter(pausedAt);
  }

  /** Every point that closing still needs, by the case's own rule. */
  public List<ClosingPoint> missingForClosing() {
    return rule().missingForClosing();
  }

  private ClosingRule rule() {
    return new ClosingRule(
        state, contactOutcome, contactedAt != null, causeId, causeRejected, plan(), carrier());
  }

  private PlanCounts plan() {
    return new PlanCounts(actionsTotal, actionsOpen);
  }

  private Carrier carrier() {
    return new Carrier(project, projectActions, containmentOpen);
  }

  /** How many open actions have to be done before it can be closed. */
  public int actionsToDo() {
    return actionsOpen - carrier().carries(plan());
  }

  /** Whether the only plan is that of the project that removes, or removed, the cause. */
  public boolean plannedByProject() {
    return actionsTotal == 0 && projectActions > 0;
  }

  /** What a running project carries on, so that closing need not wait for it; null for nothing. */
  public @Nullable CarriedOn carriedOn() {
    int actions = carrier().carries(plan());
    return project == null || actions == 0 ? null : new CarriedOn(project, actions);
  }

  /** Every point that resolving still needs, by the case's own rule. */
  public List<ClosingPoint> missingForResolving() {
    return rule().missingForResolving();
  }

  /** Resolved, and nothing is missing. */
  public boolean readyToClose() {
    return state == CaseState.RESOLVED && missingForClosing().isEmpty();
  }
}
