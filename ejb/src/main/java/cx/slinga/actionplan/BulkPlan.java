package cx.slinga.actionplan;

import cx.slinga.bulk.BulkInput;
import cx.slinga.bulk.BulkVerb;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.Case;
import cx.slinga.cases.CaseEvent;
import cx.slinga.cases.CaseQueries;
import cx.slinga.organisation.People;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Adding the same action to the plans of many cases; each gets one of its own. */
@ApplicationScoped
class BulkPlan implements BulkVerb {
  @PersistenceContext private EntityManager entities;
  @Inject private Deadlines deadlines;
  @Inject private People people;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER);
  }

  @Override
  public OnOne prepare(Caller caller, BulkInput input) {
    String title = input.text("title");
    ActionKind kind = input.constant(ActionKind.class, "kind");
    UUID owner = people.owner("owner", input.text("owner")).id().value();
    LocalDate deadline = input.day("deadline");
    Instant now = clock.instant();
    LocalDate today = now.atZone(CaseQueries.ZONE).toLocalDate();
    // what is wrong with it is wrong for every case: refused here, before the first
    Action.check(title, deadline, today);
    Set<CalendarKey> open = EnumSet.noneOf(CalendarKey.class);
    return new OnOne() {
      @Override
      public List<? extends DomainEvent> apply(Case one) {
        // asked once for each calendar
        if (!open.contains(one.calendar())) {
          deadlines.check(deadline, one.calendar());
          open.add(one.calendar());
        }
        return add(
            one,
            new Action(one.id(), title, kind, owner, deadline, caller.id().value(), now, today));
      }

      @Override
      public void check(Set<CalendarKey> calendars) {
        deadlines.checkAny(deadline, calendars);
      }
    };
  }

  private List<? extends DomainEvent> add(Case one, Action made) {
    CaseEvent planned = one.actionAdded();
    entities.persist(made);
    return List.of(
        planned,
        new ActionChanged(
            "action.added", made.id(), null, ActionState.OPEN, made.ownerId(), made.deadline()));
  }
}
