package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.DomainEvent.Change;
import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why customers complain. It is suspected when the first case names it and shared by every further
 * case that does; it is confirmed or rejected, and addressed once something was done about it.
 * While it is rejected no case may name it or be closed with it; that can be reconsidered. It
 * belongs to the touchpoint that causes it, and so to the department that can remove it. Merged
 * into another, it only points there and changes no more.
 */
@Entity
@Table(name = "causes")
public class Cause {
  /** Longest title, in characters. */
  public static final int TITLE_MAX = 200;

  /** Longest text, in characters. */
  public static final int TEXT_MAX = 4_000;

  @Id private UUID id;
  private String title;

  @Enumerated(EnumType.STRING)
  private CauseState state;

  @Column(name = "touchpoint_id")
  private UUID touchpointId;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "escape_point")
  private @Nullable String escapePoint;

  @Column(name = "rejection_reason")
  private @Nullable String rejectionReason;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Cause() {}

  public Cause(String title, UUID touchpointId, UUID departmentId, UUID createdBy, Instant at) {
    check("cause", title);
    this.id = Ids.next();
    this.title = title.strip();
    this.state = CauseState.SUSPECTED;
    this.touchpointId = touchpointId;
    this.departmentId = departmentId;
    this.createdBy = createdBy;
    this.createdAt = at;
    this.changedAt = at;
  }

  private static void check(String field, String title) {
    if (title.isBlank()) {
      throw BusinessException.ofField(field, "cause.title-missing");
    }
    if (title.strip().length() > TITLE_MAX) {
      throw BusinessException.ofField(field, "text.too-long", TITLE_MAX);
    }
  }

  /** It is this, and not only a guess. */
  public CauseChanged confirm(Instant at) {
    return move("cause.confirmed", CauseState.SUSPECTED, CauseState.CONFIRMED, at);
  }

  /** Something was done about it; whether that helped is not known yet. */
  public CauseChanged address(Instant at) {
    return move("cause.addressed", CauseState.CONFIRMED, CauseState.ADDRESSED, at);
  }

  /** It is not this. */
  public CauseChanged reject(String reason, Instant at) {
    refuseWhenMerged();
    if (state != CauseState.SUSPECTED && state != CauseState.CONFIRMED) {
      throw new BusinessException("cause.not-movable", title);
    }
    if (reason.isBlank()) {
      throw BusinessException.ofField("reason", "reason.missing");
    }
    if (reason.length() > TEXT_MAX) {
      throw BusinessException.ofField("reason", "text.too-long", TEXT_MAX);
    }
    CauseState before = state;
    state = CauseState.REJECTED;
    rejectionReason = reason.strip();
    changedAt = at;
    return new CauseChanged("cause.rejected", id, Map.of("state", Change.of(before, state)));
  }

  /** It may be this after all; it is suspected again, whatever it was before. */
  public CauseChanged reconsider(Instant at) {
    CauseChanged event = move("cause.reconsidered", CauseState.REJECTED, CauseState.SUSPECTED, at);
    rejectionReason = null;
    return event;
  }

  /** Calls it something else. */
  public CauseChanged rename(String newTitle, Instant at) {
    refuseWhenMerged();
    check("title", newTitle);
    title = newTitle.strip();
    changedAt = at;
    return new CauseChanged("cause.renamed", id, Map.of("title", Change.of(true, true)));
  }

  /** Gives it to whoever is to work on it. */
  public CauseChanged giveTo(UUID newOwner, Instant at) {
    refuseWhenMerged();
    UUID before = ownerId();
    ownerId = newOwner;
    changedAt = at;
    return new CauseChanged("cause.assigned", id, Map.of("owner", Change.of(before, newOwner)));
  }

  /**
   * Says why it was not noticed before.
   *
   * @param text blank takes it back
   */
  public CauseChanged escapedBy(@Nullable String text, Instant at) {
    refuseWhenMerged();
    if (text != null && text.length() > TEXT_MAX) {
      throw BusinessException.ofField("escapePoint", "text.too-long", TEXT_MAX);
    }
    boolean had = escapePoint != null;
    escapePoint = text == null || text.isBlank() ? null : text.strip();
    changedAt = at;
    return new CauseChanged(
        "cause.escape-changed", id, Map.of("escapePoint", Change.of(had, escapePoint != null)));
  }

  /**
   * Its whys, tree or evidence changed.
   *
   * @param counts field name to how many before and after
   */
  public CauseChanged deepen(String verb, Map<String, Change> counts, Instant at) {
    refuseWhenMerged();
    changedAt = at;
    return new CauseChanged(verb, id, counts);
  }

  /** Everything of it went to the other, and it only points there. */
  public CauseChanged mergeInto(Cause other, int cases, Instant at) {
    refuseWhenMerged();
    other.refuseWhenMerged();
    if (other.id.equals(id)) {
      throw BusinessException.ofField("from", "cause.merge-itself");
    }
    if (other.state == CauseState.REJECTED) {
      throw BusinessException.ofField("from", "cause.rejected", other.title);
    }
    mergedInto = other.id;
    changedAt = at;
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("mergedInto", Change.to(other.id));
    changes.put("cases", Change.of(cases, 0));
    return new CauseChanged("cause.merged", id, changes);
  }

  /** Whether a case may name it. */
  public boolean mayBeNamed() {
    return mergedInto == null && state != CauseState.REJECTED;
  }

  private CauseChanged move(String verb, CauseState from, CauseState to, Instant at) {
    refuseWhenMerged();
    if (state != from) {
      throw new BusinessException("cause.not-movable", title);
    }
    state = to;
    changedAt = at;
    return new CauseChanged(verb, id, Map.of("state", Change.of(from, to)));
  }

  private void refuseWhenMerged() {
    if (mergedInto != null) {
      throw new BusinessException("cause.merged", title);
    }
  }

  public UUID id() {
    return id;
  }

  public String title() {
    return title;
  }

  public CauseState state() {
    return state;
  }

  public UUID touchpointId() {
    return touchpointId;
  }

  public UUID departmentId() {
    return departmentId;
  }

  /** Who works on it: whoever it was given to, else who named it. */
  public UUID ownerId() {
    return ownerId == null ? createdBy : ownerId;
  }

  public @Nullable String rejectionReason() {
    return rejectionReason;
  }

  public @Nullable String escapePoint() {
    return escapePoint;
  }

  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  public long version() {
    return version;
  }
}
