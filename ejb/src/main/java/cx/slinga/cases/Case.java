package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.shared.BusinessException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of one negative response. It is born open, with an owner and three running clocks;
 * contacting the customer stops the first clock, naming a root cause the second, resolving the
 * third. It is closed when nothing that {@link #missingForClosing} names is missing, by the CX
 * owner. Dismissed is the way out for what is no complaint; both ends can be reopened, which starts
 * the resolution clock anew.
 */
@Entity
@Table(name = "cases")
public class Case {
  @Id private UUID id;

  private String number;

  @Column(name = "response_id")
  private long responseId;

  @Column(name = "survey_id")
  private UUID surveyId;

  @Enumerated(EnumType.STRING)
  private CaseState state;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  private @Nullable Short score;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "symptom_touchpoint_id")
  private @Nullable UUID symptomTouchpointId;

  @Column(name = "symptom_department_id")
  private @Nullable UUID symptomDepartmentId;

  @Column(name = "cause_touchpoint_id")
  private @Nullable UUID causeTouchpointId;

  @Column(name = "cause_department_id")
  private @Nullable UUID causeDepartmentId;

  @Column(name = "cause_id")
  private @Nullable UUID causeId;

  private String[] whys;

  @Enumerated(EnumType.STRING)
  private CalendarKey calendar;

  @Column(name = "contact_due_at")
  private Instant contactDueAt;

  @Column(name = "contacted_at")
  private @Nullable Instant contactedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "contact_outcome")
  private @Nullable ContactOutcome contactOutcome;

  @Column(name = "analysis_due_at")
  private Instant analysisDueAt;

  @Column(name = "analysed_at")
  private @Nullable Instant analysedAt;

  @Column(name = "resolution_due_at")
  private Instant resolutionDueAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "resolved_by")
  private @Nullable UUID resolvedBy;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_clock")
  private @Nullable ClockKind nextClock;

  @Column(name = "next_due_at")
  private @Nullable Instant nextDueAt;

  @Column(name = "actions_total")
  private int actionsTotal;

  @Column(name = "actions_open")
  private int actionsOpen;

  @Enumerated(EnumType.STRING)
  @Column(name = "dismissal_reason")
  private @Nullable DismissalReason dismissalReason;

  @Column(name = "dismissal_note")
  private @Nullable String dismissalNote;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Case() {}

  public Case(CaseOpening opening) {
    this.id = opening.id();
    this.number = opening.number();
    this.responseId = opening.responseId();
    this.surveyId = opening.surveyId();
    this.state = CaseState.OPEN;
    this.severity = opening.severity();
    this.score = opening.score() == null ? null : opening.score().shortValue();
    this.ownerId = opening.ownerId();
    this.openedAt = opening.openedAt();
    this.symptomTouchpointId = opening.symptomTouchpointId();
    this.symptomDepartmentId = opening.symptomDepartmentId();
    this.whys = new String[0];
    this.calendar = opening.calendar();
    this.contactDueAt = opening.contactDueAt();
    this.analysisDueAt = opening.analysisDueAt();
    this.resolutionDueAt = opening.resolutionDueAt();
    runNextClock();
  }

  /** Gives the case to another owner. */
  public CaseEvent assignTo(UUID newOwner) {
    refuseWhenEnded();
    UUID before = ownerId;
    ownerId = newOwner;
    return new CaseEvent.Assigned(number, before, newOwner);
  }

  /** Logs an attempt; one that settles the promise stops the first clock. */
  public CaseEvent contact(ContactChannel channel, ContactOutcome outcome, Instant at) {
    refuseWhenEnded();
    CaseState before = state;
    if (outcome.settles() && contactedAt == null) {
      contactedAt = at;
    }
    if (contactOutcome == null || outcome.settles()) {
      contactOutcome = outcome;
    }
    if (state == CaseState.OPEN || state == CaseState.REOPENED) {
      state = CaseState.IN_CONTACT;
    }
    runNextClock();
    return new CaseEvent.Contacted(number, before, state, channel, outcome);
  }

  /**
   * Names the root cause, and where the customer felt it and where it was caused.
   *
   * @param newWhys the five whys, outermost first; blanks are dropped
   */
  public CaseEvent analyse(
      UUID cause,
      UUID symptomTouchpoint,
      UUID symptomDepartment,
      UUID causeTouchpoint,
      UUID causeDepartment,
      List<String> newWhys,
      Instant at) {
    refuseWhenEnded();
    CaseState before = state;
    UUID causeBefore = causeId;
    causeId = cause;
    symptomTouchpointId = symptomTouchpoint;
    symptomDepartmentId = symptomDepartment;
    causeTouchpointId = causeTouchpoint;
    causeDepartmentId = causeDepartment;
    whys = newWhys.stream().map(String::strip).filter(w -> !w.isEmpty()).toArray(String[]::new);
    if (analysedAt == null) {
      analysedAt = at;
    }
    if (state != CaseState.RESOLVED) {
      state = actionsOpen > 0 ? CaseState.ACTING : CaseState.ANALYSED;
    }
    runNextClock();
    return new CaseEvent.Analysed(number, before, state, causeBefore, cause, causeTouchpoint);
  }

  /** An action joined the plan; also of a resolved case, which closing may still want one of. */
  public CaseEvent actionAdded() {
    refuseWhenEnded();
    CaseState before = state;
    actionsTotal++;
    actionsOpen++;
    if (state == CaseState.ANALYSED) {
      state = CaseState.ACTING;
    }
    return new CaseEvent.PlanChanged(number, before, state, actionsOpen - 1, actionsOpen);
  }

  /** An open action was done or cancelled. */
  public CaseEvent actionEnded() {
    refuseWhenEnded();
    if (actionsOpen == 0) {
      throw new IllegalStateException("no action of " + number + " is open");
    }
    actionsOpen--;
    return new CaseEvent.PlanChanged(number, state, state, actionsOpen + 1, actionsOpen);
  }

  /**
   * The owner says it is solved for the customer. Stops the last clock.
   *
   * @throws CaseNotResolvable while nobody tried to contact the customer nor said why not, or no
   *     root cause is named: such a case is not solved but dismissed
   */
  public CaseEvent resolve(UUID by, Instant at) {
    if (!state.isActive()) {
      throw new BusinessException("case.not-resolvable", number);
    }
    List<ClosingPoint> missing = missingForResolving(contactOutcome, causeId);
    if (!missing.isEmpty()) {
      throw new CaseNotResolvable(number, missing);
    }
    CaseState before = state;
    state = CaseState.RESOLVED;
    resolvedAt = at;
    resolvedBy = by;
    runNextClock();
    return new CaseEvent.Moved("case.resolved", number, before, state, null);
  }

  /** The resolving rule, also for read models that have the columns but not the entity. */
  static List<ClosingPoint> missingForResolving(
      @Nullable ContactOutcome contactOutcome, @Nullable UUID causeId) {
    List<ClosingPoint> missing = new ArrayList<>();
    if (contactOutcome == null) {
      missing.add(ClosingPoint.CONTACT);
    }
    if (causeId == null) {
      missing.add(ClosingPoint.CAUSE);
    }
    return List.copyOf(missing);
  }

  /** Every point that closing still needs; empty when it may be closed. */
  public List<ClosingPoint> missingForClosing() {
    return missingForClosing(state, contactOutcome, causeId, actionsTotal, actionsOpen);
  }

  /** The closing rule, also for read models that have the columns but not the entity. */
  static List<ClosingPoint> missingForClosing(
      CaseState state,
      @Nullable ContactOutcome contactOutcome,
      @Nullable UUID causeId,
      int actionsTotal,
      int actionsOpen) {
    List<ClosingPoint> missing = new ArrayList<>();
    if (contactOutcome == null || !contactOutcome.settles()) {
      missing.add(ClosingPoint.CONTACT);
    }
    if (causeId == null) {
      missing.add(ClosingPoint.CAUSE);
    }
    if (actionsTotal == 0) {
      missing.add(ClosingPoint.PLAN);
    }
    if (actionsOpen > 0) {
      missing.add(ClosingPoint.ACTIONS_DONE);
    }
    if (state.isActive()) {
      missing.add(ClosingPoint.RESOLVED);
    }
    return List.copyOf(missing);
  }

  /**
   * Ends the follow-up.
   *
   * @throws CaseNotClosable naming every missing point
   */
  public CaseEvent close(Instant at) {
    refuseWhenEnded();
    List<ClosingPoint> missing = missingForClosing();
    if (!missing.isEmpty()) {
      throw new CaseNotClosable(number, missing);
    }
    CaseState before = state;
    state = CaseState.CLOSED;
    closedAt = at;
    runNextClock();
    return new CaseEvent.Moved("case.closed", number, before, state, null);
  }

  /**
   * Takes up a resolved, closed or dismissed case again.
   *
   * @param newResolutionDue the due time of the resolution clock, which starts anew
   */
  public CaseEvent reopen(String reason, Instant newResolutionDue) {
    if (state.isActive()) {
      throw new BusinessException("case.not-reopenable", number);
    }
    if (reason.isBlank()) {
      throw BusinessException.ofField("reason", "reason.missing");
    }
    CaseState before = state;
    state = CaseState.REOPENED;
    resolvedAt = null;
    resolvedBy = null;
    closedAt = null;
    dismissalReason = null;
    dismissalNote = null;
    resolutionDueAt = newResolutionDue;
    runNextClock();
    return new CaseEvent.Moved("case.reopened", number, before, state, null);
  }

  /** Ends the follow-up of what is no complaint. */
  public CaseEvent dismiss(DismissalReason reason, String note, Instant at) {
    refuseWhenEnded();
    if (note.isBlank()) {
      throw BusinessException.ofField("note", "note.missing");
    }
    CaseState before = state;
    state = CaseState.DISMISSED;
    dismissalReason = reason;
    dismissalNote = note.strip();
    closedAt = at;
    runNextClock();
    return new CaseEvent.Moved("case.dismissed", number, before, state, reason.name());
  }

  /** Whether a clock that still runs has passed its due time. */
  public boolean isOverdue(Instant now) {
    return nextDueAt != null && nextDueAt.isBefore(now);
  }

  private void refuseWhenEnded() {
    if (state.isEnded()) {
      throw new BusinessException("case.ended", number);
    }
  }

  private void runNextClock() {
    nextClock = null;
    nextDueAt = null;
    if (!state.isActive()) {
      return;
    }
    consider(ClockKind.CONTACT, contactedAt, contactDueAt);
    consider(ClockKind.ANALYSIS, analysedAt, analysisDueAt);
    consider(ClockKind.RESOLUTION, resolvedAt, resolutionDueAt);
  }

  private void consider(ClockKind clock, @Nullable Instant stopped, Instant due) {
    if (stopped == null && (nextDueAt == null || due.isBefore(nextDueAt))) {
      nextClock = clock;
      nextDueAt = due;
    }
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public CaseState state() {
    return state;
  }

  public Severity severity() {
    return severity;
  }

  public CalendarKey calendar() {
    return calendar;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public @Nullable UUID symptomTouchpointId() {
    return symptomTouchpointId;
  }

  public @Nullable UUID symptomDepartmentId() {
    return symptomDepartmentId;
  }

  public @Nullable UUID causeDepartmentId() {
    return causeDepartmentId;
  }

  public @Nullable ClockKind nextClock() {
    return nextClock;
  }

  public @Nullable Instant nextDueAt() {
    return nextDueAt;
  }

  public long version() {
    return version;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Case that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id);
  }
}
