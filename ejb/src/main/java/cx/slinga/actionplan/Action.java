package cx.slinga.actionplan;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody will have done by a day. It is open from birth until it is done or
 * cancelled; neither can be taken back. Its first deadline is kept. While it is open, its case
 * cannot be closed.
 */
@Entity
@Table(name = "actions")
public class Action {
  /** Longest title, in characters. */
  public static final int TITLE_MAX = 500;

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private String title;

  @Enumerated(EnumType.STRING)
  private ActionKind kind;

  @Column(name = "owner_id")
  private UUID ownerId;

  private LocalDate deadline;

  @Column(name = "first_deadline")
  private LocalDate firstDeadline;

  @Enumerated(EnumType.STRING)
  private ActionState state;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Action() {}

  /**
   * A new open action.
   *
   * @param today a deadline before this day is refused
   */
  public Action(
      UUID caseId,
      String title,
      ActionKind kind,
      UUID ownerId,
      LocalDate deadline,
      UUID createdBy,
      Instant createdAt,
      LocalDate today) {
    check(title, deadline, today);
    this.id = Ids.next();
    this.caseId = caseId;
    this.title = title.strip();
    this.kind = kind;
    this.ownerId = ownerId;
    this.deadline = deadline;
    this.firstDeadline = deadline;
    this.state = ActionState.OPEN;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  /** What every new action must obey. */
  static void check(String title, LocalDate deadline, LocalDate today) {
    if (title.isBlank()) {
      throw BusinessException.ofField("title", "action.title-missing");
    }
    if (title.strip().length() > TITLE_MAX) {
      throw BusinessException.ofField("title", "text.too-long", TITLE_MAX);
    }
    if (deadline.isBefore(today)) {
      throw BusinessException.ofField("deadline", "action.deadline-past");
    }
    if (deadline.isAfter(today.plusYears(5))) {
      throw BusinessException.ofField("deadline", "action.deadline-far");
    }
  }

  /** It is done. */
  public ActionChanged complete(Instant at) {
    return end(ActionState.DONE, "action.done", at);
  }

  /** It will not be done. */
  public ActionChanged cancel(Instant at) {
    return end(ActionState.CANCELLED, "action.cancelled", at);
  }

  private ActionChanged end(ActionState to, String verb, Instant at) {
    if (state != ActionState.OPEN) {
      throw new BusinessException("action.ended");
    }
    state = to;
    endedAt = at;
    return new ActionChanged(verb, id, ActionState.OPEN, to, null, null);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public LocalDate deadline() {
    return deadline;
  }

  public ActionState state() {
    return state;
  }

  public long version() {
    return version;
  }
}
