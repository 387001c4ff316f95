package cx.slinga.cases;

import cx.slinga.clocks.CaseClock;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.ServicePolicies;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case. What they did, segment by segment, is the truth about time; the due times
 * and which of them rings first are computed from it whenever one is started or stopped. Verbs are
 * given the case that the clocks belong to.
 */
@Embeddable
class ThreeClocks {
  @OneToMany(mappedBy = "subject", cascade = CascadeType.ALL)
  @OrderBy("id")
  @BatchSize(size = 500) // verbs for many cases read the clocks of many at once
  private List<ClockEntry> segments = new ArrayList<>();

  @Column(name = "contact_due_at")
  private Instant contactDueAt;

  @Column(name = "analysis_due_at")
  private Instant analysisDueAt;

  @Column(name = "resolution_due_at")
  private Instant resolutionDueAt;

  @Column(name = "paused_at")
  private @Nullable Instant pausedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "pause_reason")
  private @Nullable PauseReason pauseReason;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_clock")
  private @Nullable ClockKind nextClock;

  @Column(name = "next_due_at")
  private @Nullable Instant nextDueAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ThreeClocks() {}

  /** All three run from the opening on. */
  ThreeClocks(Case subject, CaseOpening opening) {
    this.contactDueAt = opening.contactDueAt();
    this.analysisDueAt = opening.analysisDueAt();
    this.resolutionDueAt = opening.resolutionDueAt();
    for (ClockKind clock : ClockKind.values()) {
      segments.add(new ClockEntry(subject, opening.segment(clock)));
    }
    findNext();
  }

  /** What the clock did so far, and what follows from it. */
  CaseClock clock(ClockKind kind) {
    return new CaseClock(
        kind, segments.stream().map(ClockEntry::segment).filter(s -> s.clock() == kind).toList());
  }

  /** Its promise is kept, or nobody waits for it any more. */
  void stop(Case subject, ClockKind kind, SegmentReason reason, Instant at) {
    ClockSegment last = clock(kind).last();
    if (last.state() != SegmentState.STOPPED) {
      add(subject, last, SegmentState.STOPPED, reason, null, null, at);
    }
    findNext();
  }

  void stopAll(Case subject, SegmentReason reason, Instant at) {
    for (ClockKind clock : ClockKind.values()) {
      stop(subject, clock, reason, at);
    }
    pausedAt = null;
    pauseReason = null;
  }

  /** Pauses those that run. */
  void pause(Case subject, PauseReason reason, @Nullable String note, UUID by, Instant at) {
    for (ClockKind clock : ClockKind.values()) {
      ClockSegment last = clock(clock).last();
      if (last.state() == SegmentState.RUNNING) {
        add(subject, last, SegmentState.PAUSED, SegmentReason.of(reason), note, by, at);
        pausedAt = clock(clock).last().from();
      }
    }
    pauseReason = reason;
    findNext();
  }

  /** Those that are paused run on with the time that they had left. */
  void resume(Case subject, ServicePolicies policies, UUID by, Instant at) {
    restart(subject, SegmentState.PAUSED, SegmentReason.RESUMED, policies, by, at);
    pausedAt = null;
    pauseReason = null;
  }

  /** Those that run do so under the case's new severity. */
  void changeSeverity(Case subject, ServicePolicies policies, UUID by, Instant at) {
    restart(subject, SegmentState.RUNNING, SegmentReason.SEVERITY_CHANGED, policies, by, at);
  }

  /** The last one starts anew; those before it run on where their promise was never kept. */
  void reopen(
      Case subject, boolean contact, boolean analysis, ServicePolicies policies, Instant at) {
    if (contact) {
      run(subject, ClockKind.CONTACT, SegmentReason.RESUMED, policies, null, at);
    }
    if (analysis) {
      run(subject, ClockKind.ANALYSIS, SegmentReason.RESUMED, policies, null, at);
    }
    run(subject, ClockKind.RESOLUTION, SegmentReason.REOPENED, policies, null, at);
    findNext();
  }

  private void restart(
      Case subject,
      SegmentState from,
      SegmentReason reason,
      ServicePolicies policies,
      UUID by,
      Instant at) {
    for (ClockKind clock : ClockKind.values()) {
      if (clock(clock).state() == from) {
        run(subject, clock, reason, policies, by, at);
      }
    }
    findNext();
  }

  /** Lets a clock run under today's service level and computes when it is due. */
  private void run(
      Case subject,
      ClockKind kind,
      SegmentReason reason,
      ServicePolicies policies,
      @Nullable UUID by,
      Instant at) {
    int version = policies.current().version();
    Instant from = notBefore(clock(kind).last(), at);
    segments.add(
        new ClockEntry(
            subject,
            new ClockSegment(
                kind, SegmentState.RUNNING, from, version, subject.severity(), reason, null, by)));
    Instant due = clock(kind).due(policies, subject.calendar());
    switch (kind) {
      case CONTACT -> contactDueAt = due;
      case ANALYSIS -> analysisDueAt = due;
      case RESOLUTION -> resolutionDueAt = due;
    }
  }

  private void add(
      Case subject,
      ClockSegment last,
      SegmentState next,
      SegmentReason reason,
      @Nullable String note,
      @Nullable UUID by,
      Instant at) {
    segments.add(
        new ClockEntry(
            subject,
            new ClockSegment(
                last.clock(),
                next,
                notBefore(last, at),
                last.policyVersion(),
                last.severity(),
                reason,
                note,
                by)));
  }

  /** Segments follow each other, also when the clocks of two servers differ a little. */
  private static Instant notBefore(ClockSegment last, Instant at) {
    return at.isBefore(last.from()) ? last.from() : at;
  }

  private void findNext() {
    nextClock = null;
    nextDueAt = null;
    consider(ClockKind.CONTACT, contactDueAt);
    consider(ClockKind.ANALYSIS, analysisDueAt);
    consider(ClockKind.RESOLUTION, resolutionDueAt);
  }

  private void consider(ClockKind clock, Instant due) {
    if (clock(clock).counts(due) && (nextDueAt == null || due.isBefore(nextDueAt))) {
      nextClock = clock;
      nextDueAt = due;
    }
  }

  /** Since when they wait for somebody else; null while they do not. */
  @Nullable Instant pausedAt() {
    return pausedAt;
  }

  @Nullable PauseReason pauseReason() {
    return pauseReason;
  }

  /** The one that rings first; null when none runs. */
  @Nullable ClockKind nextClock() {
    return nextClock;
  }

  /** When it rings. */
  @Nullable Instant nextDueAt() {
    return nextDueAt;
  }
}
