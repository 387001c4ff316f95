package cx.slinga.cases;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.CaseClock;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of one negative response. It is born open, with an owner and three running clocks;
 * contacting the customer stops the first clock, naming a root cause the second, resolving the
 * third. While it waits for somebody else, the clocks that run are paused. It is closed when
 * nothing that {@link #missingForClosing} names is missing, by the CX owner. Dismissed is the way
 * out for what is no complaint; both ends can be reopened, which starts the resolution clock anew
 * and wants the customer contacted once more.
 */
@Entity
@DynamicUpdate // a case has forty columns, and a verb changes a few of them
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

  @Column(name = "contacted_at")
  private @Nullable Instant contactedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "contact_outcome")
  private @Nullable ContactOutcome contactOutcome;

  @Column(name = "analysed_at")
  private @Nullable Instant analysedAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "resolved_by")
  private @Nullable UUID resolvedBy;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Embedded private ThreeClocks clocks;

  @Column(name = "actions_total")
  private int actionsTotal;

  @Column(name = "actions_open")
  private int actionsOpen;

  @Enumerated(EnumType.STRING)
  @Column(name = "dismissal_reason")
  private @Nullable DismissalReason dismissalReason;

  @Column(name = "dismissal_note")
  private @Nullable String dismissalNote;

  @Column(name = "recovered_score")
  private @Nullable Short recoveredScore;

  @Column(name = "recovered_at")
  private @Nullable Instant recoveredAt;

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
    this.clocks = new ThreeClocks(this, opening);
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
      clocks.stop(this, ClockKind.CONTACT, SegmentReason.CONTACTED, at);
    }
    if (contactOutcome == null || outcome.settles()) {
      contactOutcome = outcome;
    }
    if (state == CaseState.OPEN || state == CaseState.REOPENED) {
      state = CaseState.IN_CONTACT;
    }
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
      clocks.stop(this, ClockKind.ANALYSIS, SegmentReason.ANALYSED, at);
    }
    if (state != CaseState.RESOLVED) {
      state = actionsOpen > 0 ? CaseState.ACTING : CaseState.ANALYSED;
    }
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

  /** An open action was done; of a closed case, one that a project carried on. */
  public CaseEvent actionEnded() {
    if (state == CaseState.DISMISSED) {
      refuseWhenEnded();
    }
    if (actionsOpen == 0) {
      throw new IllegalStateException("no action of " + number + " is open");
    }
    actionsOpen--;
    return new CaseEvent.PlanChanged(number, state, state, actionsOpen + 1, actionsOpen);
  }

  /** An open action will not be done; of a closed case, one that a project carried on. */
  public CaseEvent actionCancelled() {
    if (state == CaseState.DISMISSED) {
      refuseWhenEnded();
    }
    if (actionsOpen == 0) {
      throw new IllegalStateException("no action of " + number + " is open");
    }
    actionsTotal--;
    actionsOpen--;
    return new CaseEvent.PlanChanged(number, state, state, actionsOpen + 1, actionsOpen);
  }

  /**
   * The owner says it is solved for the customer. Stops the last clock.
   *
   * @param cause that it names
   * @throws CaseNotResolvable while nobody tried to contact the customer nor said why not, or no
   *     root cause is named, or one that was rejected since: such a case is not solved but
   *     dismissed
   */
  public CaseEvent resolve(NamedCause cause, UUID by, Instant at) {
    if (!state.isActive()) {
      throw new BusinessException("case.not-resolvable", number);
    }
    List<ClosingPoint> missing = rule(cause).missingForResolving();
    if (!missing.isEmpty()) {
      throw new CaseNotResolvable(number, missing);
    }
    CaseState before = state;
    state = CaseState.RESOLVED;
    resolvedAt = at;
    resolvedBy = by;
    clocks.stopAll(this, SegmentReason.RESOLVED, at);
    return new CaseEvent.Moved("case.resolved", number, before, state, null);
  }

  /** An action that was done is open again. */
  public CaseEvent actionReopened() {
    refuseWhenEnded();
    if (actionsOpen == actionsTotal) {
      throw new IllegalStateException("no action of " + number + " has ended");
    }
    actionsOpen++;
    return new CaseEvent.PlanChanged(number, state, state, actionsOpen - 1, actionsOpen);
  }

  /**
   * Every point that closing still needs; empty when it may be closed.
   *
   * @param cause that it names
   */
  public List<ClosingPoint> missingForClosing(NamedCause cause) {
    return rule(cause).missingForClosing();
  }

  private ClosingRule rule(NamedCause cause) {
    return new ClosingRule(
        state,
        contactOutcome,
        contactedAt != null,
        causeId,
        cause.rejected(),
        new PlanCounts(actionsTotal, actionsOpen).with(cause.plan()),
        cause.carrier());
  }

  /**
   * Ends the follow-up.
   *
   * @param cause that it names
   * @param mayCloseOwn whether it may also be closed by whoever resolved it
   * @throws CaseNotClosable naming every missing point
   */
  public CaseEvent close(NamedCause cause, UUID by, boolean mayCloseOwn, Instant at) {
    refuseWhenEnded();
    List<ClosingPoint> missing = missingForClosing(cause);
    if (!missing.isEmpty()) {
      throw new CaseNotClosable(number, missing);
    }
    if (by.equals(resolvedBy) && !mayCloseOwn) {
      throw new BusinessException("case.four-eyes", number);
    }
    CaseState before = state;
    state = CaseState.CLOSED;
    closedAt = at;
    clocks.stopAll(this, SegmentReason.CLOSED, at);
    return new CaseEvent.Moved("case.closed", number, before, state, null);
  }

  /**
   * Takes up a resolved, closed or dismissed case again. The customer has to be contacted once
   * more, or it is said why not. The resolution clock starts anew; what had not been reached before
   * runs on with the time that it had left. The time in between counts for none of them.
   */
  public CaseEvent.Reopened reopen(String reason, ServicePolicies policies, Instant at) {
    if (reason.isBlank()) {
      throw BusinessException.ofField("reason", "reason.missing");
    }
    return reopen((Integer) null, policies, at);
  }

  /**
   * As {@link #reopen(String, ServicePolicies, Instant)}, because the customer's new answer is
   * negative again.
   *
   * @param newScore what the customer answered, 0 to 10
   */
  public CaseEvent.Reopened reopenAsNegativeAgain(
      int newScore, ServicePolicies policies, Instant at) {
    return reopen((Integer) newScore, policies, at);
  }

  private CaseEvent.Reopened reopen(
      @Nullable Integer newScore, ServicePolicies policies, Instant at) {
    if (state.isActive()) {
      throw new BusinessException("case.not-reopenable", number);
    }
    CaseState before = state;
    state = CaseState.REOPENED;
    contactOutcome = null; // what was said then does not answer what they say now
    resolvedAt = null;
    resolvedBy = null;
    closedAt = null;
    dismissalReason = null;
    dismissalNote = null;
    clocks.reopen(this, contactedAt == null, analysedAt == null, policies, at);
    return new CaseEvent.Reopened(number, before, state, Ids.next(), newScore);
  }

  /** Staff heard how likely the customer recommends us now, 0 to 10; only once it is solved. */
  public CaseEvent heardAgain(int newScore, Instant at) {
    if (state != CaseState.RESOLVED && state != CaseState.CLOSED) {
      throw new BusinessException("recovery.too-early", number);
    }
    return answeredAgain(newScore, at);
  }

  /** The customer, asked after the closing, says how likely they recommend us now, 0 to 10. */
  public CaseEvent answeredAgain(int newScore, Instant at) {
    Short before = recoveredScore;
    recoveredScore = (short) newScore;
    recoveredAt = at;
    return new CaseEvent.Recovered(number, before, newScore);
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
    clocks.stopAll(this, SegmentReason.DISMISSED, at);
    return new CaseEvent.Moved("case.dismissed", number, before, state, reason.name());
  }

  /**
   * Pauses every clock that runs, because somebody else has to do something first.
   *
   * @param note what is waited for; blank only where the reason says it all
   */
  public CaseEvent pause(PauseReason reason, @Nullable String note, UUID by, Instant at) {
    refuseWhenEnded();
    if (clocks.pausedAt() != null) {
      throw new BusinessException("case.already-paused", number);
    }
    if (!state.isActive()) {
      throw new BusinessException("case.no-clock", number);
    }
    String kept = note == null || note.isBlank() ? null : note.strip();
    if (kept == null && reason == PauseReason.OTHER) {
      throw BusinessException.ofField("note", "note.missing");
    }
    clocks.pause(this, reason, kept, by, at);
    return new CaseEvent.Paused(number, reason);
  }

  /** Lets the paused clocks run on, with the time that they had left. */
  public CaseEvent resume(ServicePolicies policies, UUID by, Instant at) {
    refuseWhenEnded();
    PauseReason reason = clocks.pauseReason();
    if (reason == null) {
      throw new BusinessException("case.not-paused", number);
    }
    clocks.resume(this, policies, by, at);
    return new CaseEvent.Resumed(number, reason);
  }

  /** Takes it more or less seriously from now on; working time that was used stays used. */
  public CaseEvent changeSeverity(
      Severity newSeverity, ServicePolicies policies, UUID by, Instant at) {
    refuseWhenEnded();
    if (newSeverity == severity) {
      throw BusinessException.ofField("severity", "case.severity-unchanged", number);
    }
    Severity before = severity;
    severity = newSeverity;
    clocks.changeSeverity(this, policies, by, at);
    return new CaseEvent.SeverityChanged(number, before, newSeverity);
  }

  /** What the clock did so far, and what follows from it. */
  public CaseClock clock(ClockKind kind) {
    return clocks.clock(kind);
  }

  /** Whether a clock that still runs has passed its due time. */
  public boolean isOverdue(Instant now) {
    Instant next = clocks.nextDueAt();
    return next != null && next.isBefore(now);
  }

  private void refuseWhenEnded() {
    if (state.isEnded()) {
      throw new BusinessException("case.ended", number);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID surveyId() {
    return surveyId;
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

  public @Nullable UUID causeId() {
    return causeId;
  }

  public @Nullable UUID causeDepartmentId() {
    return causeDepartmentId;
  }

  /** Since when it waits for somebody else; null while its clocks run. */
  public @Nullable Instant pausedAt() {
    return clocks.pausedAt();
  }

  /** The whys that were asked, outermost first. */
  public List<String> whys() {
    return List.of(whys);
  }

  public @Nullable ClockKind nextClock() {
    return clocks.nextClock();
  }

  public @Nullable Instant nextDueAt() {
    return clocks.nextDueAt();
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
