package cx.slinga.improvement;

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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes causes for all customers. It is proposed, approved, runs while its department has room
 * for it, is done when none of its actions is open, and is celebrated when all have been shown what
 * came of it; until it is done it can be stopped, with a reason. It has one owner, one department
 * and one deadline. While it runs it carries on what is planned for the cases of its causes.
 */
@Entity
@Table(name = "projects")
public class Project {
  /** Most causes that one removes. */
  static final int CAUSES_MAX = 50;

  @Id private UUID id;
  private String number;
  private String title;
  private String aim;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "owner_id")
  private UUID ownerId;

  private LocalDate deadline;

  @Enumerated(EnumType.STRING)
  private ProjectState state;

  private short impact;
  private short confidence;
  private short effort;

  @Column(name = "stop_reason")
  private @Nullable String stopReason;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** Counted by those who change the plan. */
  @Column(name = "actions_open", insertable = false, updatable = false)
  private int actionsOpen;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Project() {}

  /**
   * A proposal.
   *
   * @param number as users name it
   * @param today a deadline before this day is refused
   */
  public Project(
      String number,
      ProjectFacts facts,
      UUID departmentId,
      UUID ownerId,
      UUID createdBy,
      Instant at,
      LocalDate today) {
    check(facts.deadline(), today);
    this.id = Ids.next();
    this.number = number;
    this.departmentId = departmentId;
    this.ownerId = ownerId;
    this.state = ProjectState.PROPOSED;
    this.createdBy = createdBy;
    this.createdAt = at;
    this.changedAt = at;
    this.title = facts.title();
    this.aim = facts.aim();
    this.deadline = facts.deadline();
    grade(facts);
  }

  private static void check(LocalDate deadline, LocalDate today) {
    if (deadline.isBefore(today)) {
      throw BusinessException.ofField("deadline", "action.deadline-past");
    }
    if (deadline.isAfter(today.plusYears(5))) {
      throw BusinessException.ofField("deadline", "action.deadline-far");
    }
  }

  private void grade(ProjectFacts facts) {
    impact = (short) facts.impact();
    confidence = (short) facts.confidence();
    effort = (short) facts.effort();
  }

  /** That it was proposed. */
  public ProjectChanged proposed() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("state", Change.to(state));
    changes.put("department", Change.to(departmentId));
    changes.put("owner", Change.to(ownerId));
    changes.put("deadline", Change.to(deadline));
    return new ProjectChanged("project.proposed", number, changes, ownerId);
  }

  /**
   * Says otherwise what it is to do. The department stays once it runs; a deadline that has passed
   * may stay as it is.
   */
  public ProjectChanged change(ProjectFacts facts, UUID department, LocalDate today, Instant at) {
    refuseWhenEnded();
    if (state == ProjectState.RUNNING && !department.equals(departmentId)) {
      throw BusinessException.ofField("department", "project.department-stays");
    }
    if (!facts.deadline().equals(deadline)) {
      check(facts.deadline(), today);
    }
    Map<String, Change> changes = new LinkedHashMap<>();
    if (!facts.title().equals(title)) {
      changes.put("title", Change.of(true, true));
    }
    if (!facts.aim().equals(aim)) {
      changes.put("aim", Change.of(true, true));
    }
    put(changes, "department", departmentId, department);
    put(changes, "deadline", deadline, facts.deadline());
    put(changes, "impact", (int) impact, facts.impact());
    put(changes, "confidence", (int) confidence, facts.confidence());
    put(changes, "effort", (int) effort, facts.effort());
    title = facts.title();
    aim = facts.aim();
    deadline = facts.deadline();
    departmentId = department;
    grade(facts);
    changedAt = at;
    return changed("project.changed", changes);
  }

  private static void put(Map<String, Change> changes, String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(field, Change.of(before, after));
    }
  }

  /** Gives it to another owner. */
  public ProjectChanged assignTo(UUID newOwner, Instant at) {
    refuseWhenEnded();
    UUID before = ownerId;
    ownerId = newOwner;
    changedAt = at;
    return new ProjectChanged(
        "project.assigned", number, Map.of("owner", Change.of(before, newOwner)), newOwner);
  }

  /** It is worth doing. */
  public ProjectChanged approve(Instant at) {
    if (state == ProjectState.APPROVED) {
      throw new BusinessException("project.approved-already", number);
    }
    return move("project.approved", ProjectState.PROPOSED, ProjectState.APPROVED, at);
  }

  /**
   * It begins.
   *
   * @param room what the department can still take on
   */
  public ProjectChanged start(RunningRoom room, Instant at) {
    refuseUnless(ProjectState.APPROVED);
    Map<String, Change> changes = new LinkedHashMap<>();
    if (room.isFull()) {
      if (room.override() == null) {
        throw BusinessException.ofField(
            "override", "project.limit", room.department(), room.running(), room.limit());
      }
      changes.put("limit", Change.of(room.limit(), room.running() + 1));
    }
    startedAt = at;
    return moved("project.started", ProjectState.RUNNING, changes, at);
  }

  /** Everything that it was to do is done. */
  public ProjectChanged finish(Instant at) {
    refuseUnless(ProjectState.RUNNING);
    if (actionsOpen > 0) {
      throw new BusinessException("project.actions-open", number, actionsOpen);
    }
    endedAt = at;
    return moved("project.finished", ProjectState.DONE, new LinkedHashMap<>(), at);
  }

  /** Everybody has been shown what came of it. */
  public ProjectChanged celebrate(Instant at) {
    return move("project.celebrated", ProjectState.DONE, ProjectState.CELEBRATED, at);
  }

  /** It is given up; its actions stay as they are. */
  public ProjectChanged stop(String reason, Instant at) {
    refuseWhenEnded();
    stopReason = ProjectFacts.checked("reason", "reason.missing", ProjectFacts.TEXT_MAX, reason);
    endedAt = at;
    return moved("project.stopped", ProjectState.STOPPED, new LinkedHashMap<>(), at);
  }

  /** It removes one more cause. */
  public ProjectChanged link(UUID cause, Instant at) {
    refuseWhenEnded();
    changedAt = at;
    return changed("project.cause-linked", Map.of("cause", Change.to(cause)));
  }

  /** It does not remove that cause. */
  public ProjectChanged unlink(UUID cause, Instant at) {
    refuseWhenEnded();
    changedAt = at;
    return changed("project.cause-unlinked", Map.of("cause", Change.of(cause, null)));
  }

  private ProjectChanged move(String verb, ProjectState from, ProjectState to, Instant at) {
    refuseUnless(from);
    return moved(verb, to, new LinkedHashMap<>(), at);
  }

  private ProjectChanged moved(
      String verb, ProjectState to, Map<String, Change> changes, Instant at) {
    changes.put("state", Change.of(state, to));
    state = to;
    changedAt = at;
    return changed(verb, changes);
  }

  private ProjectChanged changed(String verb, Map<String, Change> changes) {
    return new ProjectChanged(verb, number, changes, null);
  }

  private void refuseUnless(ProjectState wanted) {
    if (state != wanted) {
      throw new BusinessException("project.state." + state, number);
    }
  }

  /** Refuses what only a project that has not ended can have done to it. */
  void refuseWhenEnded() {
    if (state.isEnded()) {
      throw new BusinessException("project.state." + state, number);
    }
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public ProjectState state() {
    return state;
  }

  public UUID departmentId() {
    return departmentId;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public LocalDate deadline() {
    return deadline;
  }

  public @Nullable String stopReason() {
    return stopReason;
  }

  public long version() {
    return version;
  }
}
