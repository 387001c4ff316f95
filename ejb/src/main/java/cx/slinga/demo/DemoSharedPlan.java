package cx.slinga.demo;

import cx.slinga.actionplan.Action;
import cx.slinga.actionplan.ActionChanged;
import cx.slinga.actionplan.ActionRevised;
import cx.slinga.actionplan.ActionState;
import cx.slinga.cases.CaseQueries;
import cx.slinga.rootcause.Cause;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The plan that all cases of one cause share: two actions, of which the second waits for the first,
 * whose deadline was moved once.
 */
@ApplicationScoped
class DemoSharedPlan {
  @PersistenceContext private EntityManager entities;
  @Inject private Database database;

  /**
   * Plans it.
   *
   * @param wanted with at least two actions
   * @param by who plans and has to do it
   */
  List<DomainEvent> share(FollowUp.RootCause wanted, Cause cause, UUID by, Instant now) {
    LocalDate today = now.atZone(CaseQueries.ZONE).toLocalDate();
    Action first = action(wanted.actions().get(0), cause, by, now, workday(today.plusDays(5)));
    Action second = action(wanted.actions().get(1), cause, by, now, workday(today.plusDays(20)));
    second.waitFor(first.id());
    LocalDate before = first.deadline();
    String reason = "The printer delivers a week later (demo)";
    ActionRevised moved = first.moveDeadline(workday(today.plusDays(12)), reason, today);
    entities.persist(first);
    entities.flush();
    entities.persist(second);
    entities.flush();
    database.write(
        h -> {
          h.createUpdate(
                  "update causes set actions_total = actions_total + 2, actions_open = actions_open"
                      + " + 2 where id = :id")
              .bind("id", cause.id())
              .execute();
          h.createUpdate(
                  "insert into action_history (action_id, at, person_id, step, from_day, to_day,"
                      + " reason) values (:action, :at, :person, 'DEADLINE_MOVED', :from, :to,"
                      + " :reason)")
              .bind("action", first.id())
              .bind("at", now.atOffset(ZoneOffset.UTC))
              .bind("person", by)
              .bind("from", before)
              .bind("to", first.deadline())
              .bind("reason", reason)
              .execute();
        });
    return List.of(added(first, before), added(second, second.deadline()), moved);
  }

  private static ActionChanged added(Action made, LocalDate deadline) {
    return new ActionChanged(
        "action.added", made.id(), null, ActionState.OPEN, made.ownerId(), deadline);
  }

  private static Action action(
      FollowUp.Planned planned, Cause cause, UUID by, Instant now, LocalDate deadline) {
    LocalDate today = now.atZone(CaseQueries.ZONE).toLocalDate();
    return Action.shared(cause.id(), planned.title(), planned.kind(), by, deadline, by, now, today);
  }

  private static LocalDate workday(LocalDate day) {
    LocalDate found = day;
    while (found.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      found = found.plusDays(1);
    }
    return found;
  }
}
