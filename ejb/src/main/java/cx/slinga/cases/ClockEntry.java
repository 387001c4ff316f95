package cx.slinga.cases;

import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.ClockSegment;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.clocks.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link ClockSegment} as the database keeps it with its case. Written once, never changed. */
@Entity
@Table(name = "clock_segments")
class ClockEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "case_id")
  private Case subject;

  @Enumerated(EnumType.STRING)
  private ClockKind clock;

  @Enumerated(EnumType.STRING)
  private SegmentState state;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "policy_version")
  private int policyVersion;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private SegmentReason reason;

  private @Nullable String note;

  @Column(name = "person_id")
  private @Nullable UUID personId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ClockEntry() {}

  ClockEntry(Case subject, ClockSegment segment) {
    this.subject = subject;
    this.clock = segment.clock();
    this.state = segment.state();
    this.from = segment.from();
    this.policyVersion = segment.policyVersion();
    this.severity = segment.severity();
    this.reason = segment.reason();
    this.note = segment.note();
    this.personId = segment.personId();
  }

  ClockSegment segment() {
    return new ClockSegment(clock, state, from, policyVersion, severity, reason, note, personId);
  }
}
