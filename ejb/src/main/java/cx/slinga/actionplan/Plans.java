package cx.slinga.actionplan;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.Case;
import cx.slinga.cases.Cases;
import cx.slinga.security.Caller;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plans of cases, causes and projects, for the services: who may change them, what depends on
 * what, and how many actions they have. The counts of a case are kept by the case, those of a cause
 * or a project in its row; they change in the transaction that changes the action.
 */
@ApplicationScoped
class Plans {
  @PersistenceContext private EntityManager entities;
  @Inject private Database database;
  @Inject private Cases cases;
  @Inject private PlannedProjects projects;
  @Inject private Event<DomainEvent> events;

  /**
   * An action of a plan that the caller may change.
   *
   * @param own whether its owner may do this too, wherever it lies
   */
  Action get(Caller caller, UUID id, @Nullable Long version, boolean own) {
    Action action = entities.find(Action.class, id);
    if (action == null) {
      throw new NotFoundException(id);
    }
    boolean mine = action.ownerId().equals(caller.id().value());
    if (!(own && mine)) {
      workable(caller, action, mine);
    }
    if (version != null && version != action.version()) {
      throw new ChangedMeanwhileException(action.title());
    }
    return action;
  }

  private void workable(Caller caller, Action action, boolean mine) {
    UUID ofProject = action.projectId();
    if (ofProject != null) {
      projects.check(caller, ofProject);
      return;
    }
    UUID ofCase = action.caseId();
    if (ofCase == null) {
      checkCause(caller, Objects.requireNonNull(action.causeId()));
      return;
    }
    try {
      cases.get(caller.workable(), caller, cases.numberOf(ofCase), null);
    } catch (NotFoundException outOfSight) {
      // the case is; but who has to do the action sees the action
      throw mine ? new NotAllowedException() : new NotFoundException(action.id());
    }
  }

  /**
   * The calendar of the department that can remove the cause, if the caller may plan for it.
   *
   * @throws NotFoundException when there is no such cause
   * @throws NotAllowedException when it belongs to another department, and to another owner
   */
  CalendarKey checkCause(Caller caller, UUID cause) {
    record Place(UUID department, CalendarKey calendar, boolean own) {}
    Place place =
        database
            .read(
                h ->
                    h.createQuery(
                            "select d.id, d.calendar, coalesce(k.owner_id, k.created_by) = :own as"
                                + " own from causes k join departments d on d.id = k.department_id"
                                + " where k.id = :id")
                        .bind("id", cause)
                        .bind("own", caller.id())
                        .map(
                            (row, context) ->
                                new Place(
                                    row.getObject("id", UUID.class),
                                    CalendarKey.valueOf(row.getString("calendar")),
                                    row.getBoolean("own")))
                        .findOne())
            .orElseThrow(() -> new NotFoundException(cause));
    boolean plans =
        switch (caller.workable().scope()) {
          case ALL -> true;
          case DEPARTMENTS ->
              place.own() || caller.workable().departments().contains(place.department());
          case NONE -> false;
        };
    if (!plans) {
      throw new NotAllowedException();
    }
    return place.calendar();
  }

  /** The calendar by which the action's deadline is meant. */
  CalendarKey calendar(Action action) {
    UUID ofProject = action.projectId();
    if (ofProject != null) {
      return projects.calendar(ofProject);
    }
    UUID ofCase = action.caseId();
    if (ofCase != null) {
      return entities.find(Case.class, ofCase).calendar();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select d.calendar from causes k join departments d on d.id = k.department_id"
                        + " where k.id = :id")
                .bind("id", action.causeId())
                .map((row, context) -> CalendarKey.valueOf(row.getString("calendar")))
                .one());
  }

  /** Keeps a new action. */
  void add(Action made) {
    entities.persist(made);
    count(made, 1, 1);
  }

  /** An open action was done. */
  void ended(Action action) {
    count(action, 0, -1);
  }

  /** An open action will not be done: it counts no more, as though it had not been planned. */
  void cancelled(Action action) {
    count(action, -1, -1);
  }

  /** One that was done or cancelled is open again. */
  void reopened(Action action, boolean wasCancelled) {
    count(action, wasCancelled ? 1 : 0, 1);
  }

  private void count(Action action, int total, int open) {
    UUID ofProject = action.projectId();
    if (ofProject != null) {
      projects.count(ofProject, total, open);
      return;
    }
    UUID ofCase = action.caseId();
    if (ofCase != null) {
      Case found = entities.find(Case.class, ofCase);
      events.fire(
          total > 0
              ? found.actionAdded()
              : total < 0
                  ? found.actionCancelled()
                  : open > 0 ? found.actionReopened() : found.actionEnded());
      return;
    }
    database.write(
        h ->
            h.createUpdate(
                    "update causes set actions_total = actions_total + :total, actions_open ="
                        + " actions_open + :open where id = :id")
                .bind("total", total)
                .bind("open", open)
                .bind("id", action.causeId())
                .execute());
  }

  /**
   * Refuses an action to wait for, unless it belongs to the same case, its cause or the same cause
   * and does not wait for this one itself.
   */
  void checkDependency(Action action, @Nullable UUID other) {
    if (other == null) {
      return;
    }
    if (other.equals(action.id())) {
      throw BusinessException.ofField("dependsOn", "action.depends-itself");
    }
    // two at once, each to wait for the other, wait here for one another
    String plan =
        Stream.of(action.caseId(), action.causeId(), action.projectId())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .findFirst()
            .orElseThrow();
    database.read(
        h ->
            h.createQuery("select pg_advisory_xact_lock(hashtextextended(:plan, 12))::text")
                .bind("plan", plan)
                .mapTo(String.class)
                .one());
    Action first = entities.find(Action.class, other);
    if (first == null || !isOfSamePlan(action, first)) {
      throw BusinessException.ofField("dependsOn", "action.depends-elsewhere");
    }
    if (waitsFor(other, action.id())) {
      throw BusinessException.ofField("dependsOn", "action.depends-circle", first.title());
    }
  }

  private boolean isOfSamePlan(Action action, Action first) {
    UUID ofCase = action.caseId();
    if (ofCase == null) {
      return Objects.equals(action.causeId(), first.causeId())
          && Objects.equals(action.projectId(), first.projectId())
          && first.caseId() == null;
    }
    return ofCase.equals(first.caseId())
        || (first.causeId() != null
            && first.causeId().equals(entities.find(Case.class, ofCase).causeId()));
  }

  /** Whether the one, through however many others, waits for the other. */
  private boolean waitsFor(UUID one, UUID other) {
    return database.read(
        h ->
            h.createQuery(
                    "with recursive chain as (select id, depends_on from actions where id = :one"
                        + " union select a.id, a.depends_on from actions a join chain c on a.id ="
                        + " c.depends_on) select exists (select from chain where depends_on ="
                        + " :other)")
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one());
  }

  /** Refuses to end an action as done before the one that it waits for. */
  void checkTurn(Action action) {
    UUID other = action.dependsOn();
    if (other == null) {
      return;
    }
    Action first = entities.find(Action.class, other, LockModeType.PESSIMISTIC_READ);
    if (first != null && first.state() == ActionState.OPEN) {
      throw new BusinessException("action.waits", first.title());
    }
  }

  /** Refuses to take up again what others were done after. */
  void checkReopening(Action action) {
    database
        .read(
            h ->
                h.createQuery(
                        "select title from actions where depends_on = :id and state = 'DONE' limit"
                            + " 1")
                    .bind("id", action.id())
                    .mapTo(String.class)
                    .findOne())
        .ifPresent(
            title -> {
              throw new BusinessException("action.was-waited-for", title);
            });
  }

  /** Fires it and keeps what the action's history wants of it. */
  void record(Caller caller, ActionRevised event, java.time.Instant at) {
    ActionStep step = event.step();
    if (step != null) {
      database.write(
          h ->
              h.createUpdate(
                      "insert into action_history (action_id, at, person_id, step, from_day,"
                          + " to_day, reason) values (:action, :at, :person, :step, :from, :to,"
                          + " :reason)")
                  .bind("action", step.action())
                  .bind("at", at.atOffset(java.time.ZoneOffset.UTC))
                  .bind("person", caller.id())
                  .bind("step", step.kind().name())
                  .bind("from", step.from())
                  .bind("to", step.to())
                  .bind("reason", step.reason())
                  .execute());
    }
    events.fire(event);
  }
}
