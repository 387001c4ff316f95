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
 * One thing that somebody will have done by a day, for one case or, for a cause, for all of its
 * cases, or for an improvement project. It is open from birth until it is done or cancelled, and
 * can be taken up again with a reason. It may have to wait for another one of the same plan. Its
 * deadline is moved with a reason, and the first one is kept. While it is open, no case that it is
 * for can be closed, unless a running project carries it on.
 */
@Entity
@Table(name = "actions")
public class Action {
  /** Longest title, in characters. */
  public static final int TITLE_MAX = 500;

  /** Longest reason, in characters. */
  static final int REASON_MAX = 2_000;

  @Id private UUID id;

  @Column(name = "case_id")
  private @Nullable UUID caseId;

  @Column(name = "cause_id")
  private @Nullable UUID causeId;

  @Column(name = "project_id")
  private @Nullable UUID projectId;

  @Column(name = "depends_on")
  private @Nullable UUID dependsOn;

  private String title;

  @Enumerated(EnumType.STRING)
  private ActionKind kind;

  @Column(name = "owner_id")
  private UUID ownerId;

  private LocalDate deadline;

  @Column(name = "first_deadline")
  private LocalDate firstDeadline;

  @Column(name = "deadline_moves")
  private int deadlineMoves;

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
   * A new open action for one case.
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
    this(title, kind, ownerId, deadline, createdBy, createdAt, today);
    this.caseId = caseId;
  }

  private Action(
      String title,
      ActionKind kind,
      UUID ownerId,
      LocalDate deadline,
      UUID createdBy,
      Instant createdAt,
      LocalDate today) {
    check(title, deadline, today);
    this.id = Ids.next();
    this.title = title.strip();
    this.kind = kind;
    this.ownerId = ownerId;
    this.deadline = deadline;
    this.firstDeadline = deadline;
    this.state = ActionState.OPEN;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  /**
   * A new open action for all cases of a cause.
   *
   * @param today a deadline before this day is refused
   */
  public static Action shared(
      UUID causeId,
      String title,
      ActionKind kind,
      UUID ownerId,
      LocalDate deadline,
      UUID createdBy,
      Instant createdAt,
      LocalDate today) {
    Action made = new Action(title, kind, ownerId, deadline, createdBy, createdAt, today);
    made.causeId = causeId;
    return made;
  }

  /**
   * A new open action of an improvement project.
   *
   * @param today a deadline before this day is refused
   */
  public static Action ofProject(
      UUID projectId,
      String title,
      ActionKind kind,
      UUID ownerId,
      LocalDate deadline,
      UUID createdBy,
      Instant createdAt,
      LocalDate today) {
    Action made = new Action(title, kind, ownerId, deadline, createdBy, createdAt, today);
    made.projectId = projectId;
    return made;
  }

  /** What every new action must obey. */
  static void check(String title, LocalDate deadline, LocalDate today) {
    if (title.isBlank()) {
      throw BusinessException.ofField("title", "action.title-missing");
    }
    if (title.strip().length() > TITLE_MAX) {
      throw BusinessException.ofField("title", "text.too-long", TITLE_MAX);
    }
    check(deadline, today);
  }

  private static void check(LocalDate deadline, LocalDate today) {
    if (deadline.isBefore(today)) {
      throw BusinessException.ofField("deadline", "action.deadline-past");
    }
    if (deadline.isAfter(today.plusYears(5))) {
      throw BusinessException.ofField("deadline", "action.deadline-far");
    }
  }

  /** It is done. */
  public ActionChanged complete(Instant at) {
    refuseWhenEnded();
    state = ActionState.DONE;
    endedAt = at;
    return new ActionChanged("action.done", id, ActionState.OPEN, state, null, null);
  }

  private static @Nullable String kept(String field, int most, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.strip().length() > most) {
      throw BusinessException.ofField(field, "text.too-long", most);
    }
    return text.strip();
  }

  private static String reason(String text) {
    String reason = kept("reason", REASON_MAX, text);
    if (reason == null) {
      throw BusinessException.ofField("reason", "reason.missing");
    }
    return reason;
  }

  /** It is taken up again; why is for the history. */
  ActionRevised reopen(String reason) {
    if (state == ActionState.OPEN) {
      throw new BusinessException("action.open");
    }
    ActionState before = state;
    ActionStep step = ActionStep.reopened(id, reason(reason));
    state = ActionState.OPEN;
    endedAt = null;
    return new ActionRevised("action.reopened", id, "state", before, state, step);
  }

  /**
   * It will be done by another day.
   *
   * @param today a deadline before this day is refused
   */
  public ActionRevised moveDeadline(LocalDate to, String reason, LocalDate today) {
    refuseWhenEnded();
    check(to, today);
    if (to.equals(deadline)) {
      throw BusinessException.ofField("deadline", "action.deadline-same");
    }
    LocalDate before = deadline;
    ActionStep step = ActionStep.moved(id, before, to, reason(reason));
    deadline = to;
    deadlineMoves++;
    return new ActionRevised("action.deadline-moved", id, "deadline", before, to, step);
  }

  /** Somebody else will do it. */
  ActionRevised assignTo(UUID newOwner) {
    refuseWhenEnded();
    UUID before = ownerId;
    ownerId = newOwner;
    return new ActionRevised(
        "action.assigned", id, "owner", before, newOwner, ActionStep.assigned(id));
  }

  /** It can only be done after another one; null when it need not wait. The plan is checked. */
  public ActionRevised waitFor(@Nullable UUID other) {
    refuseWhenEnded();
    if (id.equals(other)) {
      throw BusinessException.ofField("dependsOn", "action.depends-itself");
    }
    UUID before = dependsOn;
    dependsOn = other;
    return new ActionRevised("action.dependency-changed", id, "dependsOn", before, other, null);
  }

  private void refuseWhenEnded() {
    if (state != ActionState.OPEN) {
      throw new BusinessException("action.ended");
    }
  }

  /** It will not be done; why is for the history. */
  ActionRevised cancel(String reason, Instant at) {
    refuseWhenEnded();
    ActionStep step = ActionStep.cancelled(id, reason(reason));
    state = ActionState.CANCELLED;
    endedAt = at;
    return new ActionRevised("action.cancelled", id, "state", ActionState.OPEN, state, step);
  }

  public UUID id() {
    return id;
  }

  /** The case that it is for; null when it is for a cause or a project. */
  public @Nullable UUID caseId() {
    return caseId;
  }

  /** The cause whose cases it is for; null when it is for one case or a project. */
  public @Nullable UUID causeId() {
    return causeId;
  }

  /** The project that it is for; null when it is for a case or a cause. */
  public @Nullable UUID projectId() {
    return projectId;
  }

  public @Nullable UUID dependsOn() {
    return dependsOn;
  }

  public String title() {
    return title;
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
