package cx.slinga.opening;

import cx.slinga.cases.CaseState;
import cx.slinga.cases.OpenClocks;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.clocks.Severity;
import cx.slinga.feedback.ResponsesAccepted;
import cx.slinga.shared.CopyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a batch already have open. A further complaint joins the customer's active case
 * and makes it one step more severe, or as severe as the complaint itself; when the last case is
 * resolved or has ended, the complaint opens a new one as its repeat. Cases that turned out to be
 * no complaint, dismissed as a test, a duplicate or not about us, are not looked at. The customers
 * are locked, so that of two batches with the same customer the second sees what the first one
 * opened.
 *
 * <p>For one batch and one thread.
 */
final class Complaints {

  /** A case as far as further complaints touch it. */
  private static final class Standing {
    private final UUID id;
    private final boolean active;
    private final Severity before;
    private @Nullable String number;
    private Severity severity;

    Standing(UUID id, @Nullable String number, boolean active, Severity severity) {
      this.id = id;
      this.number = number;
      this.active = active;
      this.before = severity;
      this.severity = severity;
    }
  }

  private record Joined(Standing into, long response, Instant at, Severity from, Severity to) {}

  private final Map<UUID, Standing> ofCustomers = new HashMap<>();
  private final Map<UUID, Standing> opening = new HashMap<>();
  private final List<Joined> joined = new ArrayList<>();

  private Complaints() {}

  /** Locks the customers and reads what they have; nothing is asked when there are none. */
  static Complaints of(Handle h, Collection<UUID> customers) {
    Complaints complaints = new Complaints();
    if (customers.isEmpty()) {
      return complaints;
    }
    UUID[] ids = customers.stream().distinct().toArray(UUID[]::new);
    h.createQuery(
            "select id from customers where id = any(:ids) order by key collate \"C\" for no key"
                + " update")
        .bind("ids", ids)
        .mapTo(UUID.class)
        .list();
    h.createQuery(
            "select c.id, c.number, c.customer_id, c.state, c.severity from cases c where c.id in"
                + " (select distinct on (l.customer_id) l.id from cases l where l.customer_id ="
                + " any(:ids) and (l.state <> 'DISMISSED' or coalesce(l.dismissal_reason, '') not"
                + " in ('TEST', 'DUPLICATE', 'NOT_ABOUT_US')) order by l.customer_id, l.state in"
                + " ('RESOLVED', 'CLOSED', 'DISMISSED'), l.opened_at desc, l.id desc) order by c.id"
                + " for no key update")
        .bind("ids", ids)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("customer_id", UUID.class),
                    new Standing(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        CaseState.valueOf(row.getString("state")).isActive(),
                        Severity.valueOf(row.getString("severity")))))
        .forEach(entry -> complaints.ofCustomers.put(entry.getKey(), entry.getValue()));
    return complaints;
  }

  /** Joins the customer's active case; false when there is none. */
  boolean joins(@Nullable UUID customer, long response, Severity severity, Instant at) {
    Standing standing = customer == null ? null : ofCustomers.get(customer);
    if (standing == null || !standing.active) {
      return false;
    }
    Severity from = standing.severity;
    Severity to = from.raised().orHigher(severity);
    standing.severity = to;
    joined.add(new Joined(standing, response, at, from, to));
    return true;
  }

  /** The customer's last case that was a complaint, which has ended; null when there is none. */
  @Nullable UUID repeats(@Nullable UUID customer) {
    Standing standing = customer == null ? null : ofCustomers.get(customer);
    return standing == null || standing.active ? null : standing.id;
  }

  /** From now on the customer has this case, which is about to be stored. */
  void opens(@Nullable UUID customer, UUID caseId, Severity severity) {
    if (customer != null) {
      Standing standing = new Standing(caseId, null, true, severity);
      ofCustomers.put(customer, standing);
      opening.put(caseId, standing);
    }
  }

  /** How severe a case that is about to be stored is, with all that joined it. */
  Severity severity(UUID caseId, Severity alone) {
    Standing standing = opening.get(caseId);
    return standing == null ? alone : standing.severity;
  }

  /** The number that the case got. */
  void opened(UUID caseId, String number) {
    Standing standing = opening.get(caseId);
    if (standing != null) {
      standing.number = number;
    }
  }

  /** Writes which response joined which case; the cases are there by now. */
  void write(
      Handle h, CopyText record, ResponsesAccepted accepted, Supplier<ServicePolicies> policies) {
    if (joined.isEmpty()) {
      return;
    }
    CopyText rows = new CopyText();
    for (Joined one : joined) {
      rows.number(one.response())
          .id(one.into().id)
          .at(one.at())
          .text(one.from().name())
          .text(one.to().name())
          .endRow();
      record
          .at(one.at())
          .text(accepted.actor())
          .text(accepted.origin())
          .text("case.joined")
          .text("case")
          .text(one.into().number)
          .text(
              "{\"response\":[null,\""
                  + one.response()
                  + "\"],\"severity\":[\""
                  + one.from()
                  + "\",\""
                  + one.to()
                  + "\"]}")
          .endRow();
    }
    rows.copyInto(
        h, "joined_responses", "response_id, case_id, joined_at, severity_before, severity_after");
    List<Standing> raised =
        joined.stream()
            .map(Joined::into)
            .distinct()
            .filter(s -> !opening.containsKey(s.id) && s.severity != s.before)
            .toList();
    if (!raised.isEmpty()) {
      h.createUpdate(
              "update cases c set severity = s.severity, version = c.version + 1 from"
                  + " unnest(:ids, :severities) as s(id, severity) where c.id = s.id")
          .bind("ids", raised.stream().map(s -> s.id).toArray(UUID[]::new))
          .bind("severities", raised.stream().map(s -> s.severity.name()).toArray(String[]::new))
          .execute();
      ServicePolicies all = policies.get();
      OpenClocks.follow(
          h,
          all,
          all.current(),
          raised.stream().map(s -> s.id).toList(),
          null,
          accepted.actor(),
          joined.stream().map(Joined::at).max(Comparator.naturalOrder()).orElseThrow());
    }
  }
}
