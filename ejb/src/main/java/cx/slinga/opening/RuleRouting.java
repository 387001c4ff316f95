package cx.slinga.opening;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.rules.Dispatcher;
import cx.slinga.rules.Facts;
import cx.slinga.rules.RoutingRule;
import cx.slinga.rules.RoutingRules;
import cx.slinga.rules.Sharing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner by the routing rules, and by {@link Routing} where no rule fits. The first rule
 * that fits counts: its person; else its department's case owners, in turn or the least loaded;
 * else the department's head. What became impossible after the rule was saved is passed over: a
 * person who left for the team, a closed or empty department for the next rule that fits.
 *
 * <p>For one batch and one thread, as Routing is. Turns go on where the batch before ended: {@link
 * #keepTurns}.
 */
final class RuleRouting {
  /**
   * Where a case goes, and by which rule.
   *
   * @param rule position of the rule, from 0; null when none fitted
   */
  record Routed(Routing.Route route, @Nullable Integer rule) {}

  /** A department as rules need it; {@code head} is active. */
  private record Office(boolean open, @Nullable UUID head, CalendarKey calendar) {}

  private final Routing routing;
  private final Dispatcher dispatcher;
  private final Map<UUID, Office> offices = new HashMap<>();
  private final Set<UUID> owners = new HashSet<>();
  private final Map<UUID, String> lastTurns = new HashMap<>();

  private RuleRouting(Routing routing, RoutingRules rules) {
    this.routing = routing;
    this.dispatcher = new Dispatcher(rules);
  }

  /** For intake: waits for another batch that gives out turns in the same departments. */
  static RuleRouting of(Handle h, Routing routing, RoutingRules rules) {
    return read(h, routing, rules, true);
  }

  /** For trying out: reads only. */
  static RuleRouting forTrying(Handle h, Routing routing, RoutingRules rules) {
    return read(h, routing, rules, false);
  }

  private static RuleRouting read(Handle h, Routing routing, RoutingRules rules, boolean claim) {
    RuleRouting made = new RuleRouting(routing, rules);
    if (!rules.rules().isEmpty()) {
      made.readOffices(h);
      made.readOwners(h);
      made.readTurns(h, rules.takingTurns(), claim);
    }
    return made;
  }

  RoutingRules rules() {
    return dispatcher.rules();
  }

  /**
   * The way of one more case.
   *
   * @throws cx.slinga.shared.BusinessException when nobody is there to own it
   */
  Routed route(Facts facts) {
    PrimitiveIterator.OfInt fitting = dispatcher.fitting(facts).iterator();
    while (fitting.hasNext()) {
      int position = fitting.nextInt();
      RoutingRule rule = dispatcher.rules().rules().get(position);
      Office office = offices.get(rule.department());
      UUID owner = office == null || !office.open() ? null : owner(rule, office);
      if (office != null && owner != null) {
        return new Routed(
            new Routing.Route(
                owner,
                routing.touchpointId(facts.touchpoint()),
                rule.department(),
                office.calendar()),
            position);
      }
    }
    return new Routed(routing.route(facts.touchpoint()), null);
  }

  private @Nullable UUID owner(RoutingRule rule, Office office) {
    UUID person = rule.person();
    if (person != null && owners.contains(person)) {
      UUID inCharge = routing.inCharge(person);
      if (inCharge != null) {
        return routing.taken(inCharge);
      }
    }
    UUID department = rule.department();
    if (person == null && rule.sharing() == Sharing.ROUND_ROBIN) {
      Routing.Person next = routing.nextInTurn(department, lastTurns.get(department));
      if (next != null) {
        lastTurns.put(department, next.username());
        return routing.taken(next.id());
      }
    }
    UUID member = routing.leastLoadedOf(department);
    if (member != null) {
      return member;
    }
    UUID head = routing.inCharge(office.head());
    return head == null ? null : routing.taken(head);
  }

  /** Keeps whose turn it was, so that the next batch goes on from there. */
  void keepTurns(Handle h) {
    if (lastTurns.isEmpty()) {
      return;
    }
    h.createUpdate(
            "update routing_turns t set person_id = p.id from unnest(:departments, :usernames)"
                + " given (department_id, username) join people p on p.username = given.username"
                + " where t.department_id = given.department_id")
        .bind("departments", lastTurns.keySet().toArray(UUID[]::new))
        .bind("usernames", lastTurns.keySet().stream().map(lastTurns::get).toArray(String[]::new))
        .execute();
  }

  private void readOffices(Handle h) {
    h.createQuery(
            "select d.id, d.is_open, d.calendar, p.id as head_id from departments d left join"
                + " people p on p.id = d.head_id and p.active")
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("id", UUID.class),
                    new Office(
                        row.getBoolean("is_open"),
                        row.getObject("head_id", UUID.class),
                        CalendarKey.valueOf(row.getString("calendar")))))
        .forEach(entry -> offices.put(entry.getKey(), entry.getValue()));
  }

  private void readOwners(Handle h) {
    owners.addAll(
        h.createQuery(
                "select id from people where active and roles && array['cx_owner',"
                    + " 'department_head', 'case_owner']")
            .mapTo(UUID.class)
            .list());
  }

  private void readTurns(Handle h, Set<UUID> departments, boolean claim) {
    if (departments.isEmpty()) {
      return;
    }
    UUID[] ids = departments.stream().sorted().toArray(UUID[]::new);
    if (claim) {
      h.createUpdate(
              "insert into routing_turns (department_id) select unnest(:ids) on conflict do"
                  + " nothing")
          .bind("ids", ids)
          .execute();
    }
    h.createQuery(
            "select t.department_id, p.username from routing_turns t left join people p on p.id ="
                + " t.person_id where t.department_id = any(:ids) order by t.department_id"
                + (claim ? " for update of t" : ""))
        .bind("ids", ids)
        .map(
            (row, context) -> {
              String username = row.getString("username");
              if (username != null) {
                lastTurns.put(row.getObject("department_id", UUID.class), username);
              }
              return username;
            })
        .list();
  }
}
