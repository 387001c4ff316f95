package cx.slinga.opening;

import cx.slinga.cases.CaseQueries;
import cx.slinga.rules.NegativityRule;
import cx.slinga.rules.RoutingRule;
import cx.slinga.rules.RoutingRuleRow;
import cx.slinga.rules.RuleBook;
import cx.slinga.rules.SeverityRule;
import cx.slinga.rules.SurveyRules;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Says by which rules a case was opened and given to its first owner. */
@Stateless
@DenyAll
public class OpeningQueries {
  private Database database;
  private RuleBook book;
  private CaseQueries cases;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected OpeningQueries() {}

  @Inject
  public OpeningQueries(Database database, RuleBook book, CaseQueries cases) {
    this.database = database;
    this.book = book;
    this.cases = cases;
  }

  /**
   * The rules as they were on that day.
   *
   * @param negativity null when the record names none: the case is older than the rules
   * @param severity those that had a say, in order
   * @param routing null when no rule fitted and the touchpoint decided
   * @param owner name of the first owner, null when it is not known any more
   */
  public record Opening(
      @Nullable NegativityRule negativity,
      List<SeverityRule> severity,
      @Nullable RoutingRuleRow routing,
      @Nullable String owner) {}

  /**
   * How the case was opened.
   *
   * @throws cx.slinga.shared.NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Opening of(Visibility visibility, String number) {
    if (!cases.lies(visibility, number)) {
      throw new NotFoundException(number);
    }
    return opening(number);
  }

  private record Kept(
      UUID survey,
      @Nullable String negativity,
      @Nullable String severity,
      @Nullable String routing,
      @Nullable String owner) {}

  private Opening opening(String number) {
    return database.read(
        h -> {
          Optional<Kept> found =
              h.createQuery(
                      "select c.survey_id, e.changes -> 'negativityRule' ->> 1 as negativity,"
                          + " e.changes -> 'severityRules' ->> 1 as severity, e.changes ->"
                          + " 'routingRule' ->> 1 as routing, p.name as owner from cases c join"
                          + " audit_entries e on e.object_type = 'case' and e.object_id = c.number"
                          + " and e.verb = 'case.opened' left join people p on p.id::text ="
                          + " e.changes -> 'owner' ->> 1 where c.number = :number order by e.id"
                          + " limit 1")
                  .bind("number", number)
                  .map(
                      (row, context) ->
                          new Kept(
                              row.getObject("survey_id", UUID.class),
                              row.getString("negativity"),
                              row.getString("severity"),
                              row.getString("routing"),
                              row.getString("owner")))
                  .findOne();
          if (found.isEmpty()) {
            return new Opening(null, List.of(), null, null);
          }
          Kept kept = found.get();
          RoutingRule routing = routing(kept.routing());
          return new Opening(
              negativity(kept),
              severity(kept),
              routing == null ? null : book.row(routing),
              kept.owner());
        });
  }

  private @Nullable NegativityRule negativity(Kept kept) {
    return find(
        kept.negativity(), version -> book.of(kept.survey(), version), SurveyRules::negativity);
  }

  private List<SeverityRule> severity(Kept kept) {
    List<SeverityRule> rules = new ArrayList<>();
    String references = kept.severity();
    if (references != null) {
      for (String reference : references.split(" ")) {
        SeverityRule rule =
            find(reference, version -> book.of(kept.survey(), version), SurveyRules::severity);
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private @Nullable RoutingRule routing(@Nullable String reference) {
    return find(reference, book::routing, rules -> rules.rules());
  }

  private static <S, R> @Nullable R find(
      @Nullable String reference, IntFunction<Optional<S>> version, Function<S, List<R>> list) {
    if (reference == null) {
      return null;
    }
    int dot = reference.indexOf('.');
    int position = Integer.parseInt(reference.substring(dot + 1)) - 1;
    return version
        .apply(Integer.parseInt(reference.substring(0, dot)))
        .map(list)
        .filter(rules -> position < rules.size())
        .map(rules -> rules.get(position))
        .orElse(null);
  }
}
