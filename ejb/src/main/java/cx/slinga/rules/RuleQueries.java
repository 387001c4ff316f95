package cx.slinga.rules;

import cx.slinga.rules.RuleDrafts.Asked;
import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads rules; they hold nothing that customers said. */
@Stateless
@DenyAll
public class RuleQueries {
  private Database database;
  private RuleBook book;
  private RuleDrafts drafts;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected RuleQueries() {}

  @Inject
  public RuleQueries(Database database, RuleBook book, RuleDrafts drafts) {
    this.database = database;
    this.book = book;
    this.drafts = drafts;
  }

  /**
   * The rules that hold for a survey.
   *
   * @throws cx.slinga.shared.NotFoundException when there is no such survey
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR, Roles.AUDITOR})
  public SurveyRulesView survey(String key) {
    Asked survey = drafts.survey(key);
    SurveyRules rules = book.of(survey.id());
    Who who = database.read(h -> who(h, survey.id()));
    return new SurveyRulesView(
        survey.key(),
        survey.name(),
        rules.version(),
        who.name(),
        who.at(),
        rules.negativity(),
        rules.severity(),
        survey.scales());
  }

  /** The routing rules that hold. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR, Roles.AUDITOR})
  public RoutingRulesView routing() {
    RoutingRules rules = book.routing();
    return database.read(
        h -> {
          Who who = who(h, null);
          return new RoutingRulesView(
              rules.version(), who.name(), who.at(), rows(h, rules.rules()));
        });
  }

  /** Everything that is wrong with a draft; none: it can be saved. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public List<RuleProblem> surveyProblems(SurveyRulesDraft draft) {
    return drafts.problems(draft);
  }

  /** Everything that is wrong with drafts of routing rules; none: they can be saved. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public List<RuleProblem> routingProblems(List<RoutingRuleDraft> draft) {
    return drafts.problems(draft);
  }

  /** What there is to choose from, so far. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public RuleValues values() {
    return database.read(
        h ->
            new RuleValues(
                latest(h, "segment"),
                h.createQuery(
                        "select distinct segment from customers where segment is not null order by"
                            + " 1 limit 200")
                    .mapTo(String.class)
                    .list(),
                latest(h, "language"),
                latest(h, "attributes ->> 'channel'")));
  }

  /** People who may own cases, by name, for choosing; username to name. */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR})
  public Map<String, String> owners() {
    Map<String, String> owners = new LinkedHashMap<>();
    database.write(
        h ->
            h.createQuery(
                    "select username, name from people where active and roles && array['cx_owner',"
                        + " 'department_head', 'case_owner'] order by name, username")
                .map((row, context) -> Map.entry(row.getString("username"), row.getString("name")))
                .forEach(owner -> owners.put(owner.getKey(), owner.getValue())));
    return owners;
  }

  /** The rules with the names of those they give cases to, also of those who cannot take any. */
  static List<RoutingRuleRow> rows(Handle h, List<RoutingRule> rules) {
    Map<UUID, Named> departments =
        named(h, "select id, key, name, is_open as able from departments");
    Map<UUID, Named> people =
        named(
            h,
            "select id, username as key, name, active and roles && array['cx_owner',"
                + " 'department_head', 'case_owner'] as able from people");
    List<RoutingRuleRow> rows = new ArrayList<>();
    for (RoutingRule rule : rules) {
      Named department = departments.getOrDefault(rule.department(), Named.NOBODY);
      Named person = rule.person() == null ? null : people.get(rule.person());
      rows.add(
          new RoutingRuleRow(
              rule.name(),
              rule.when(),
              rule.department(),
              department.key(),
              department.name(),
              department.able(),
              person == null ? null : person.key(),
              person == null ? null : person.name(),
              person == null || person.able(),
              rule.sharing()));
    }
    return rows;
  }

  private record Named(String key, String name, boolean able) {
    static final Named NOBODY = new Named("", "", false);
  }

  private static Map<UUID, Named> named(Handle h, String query) {
    Map<UUID, Named> named = new HashMap<>();
    h.createQuery(query)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("id", UUID.class),
                    new Named(row.getString("key"), row.getString("name"), row.getBoolean("able"))))
        .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
    return named;
  }

  private record Who(@Nullable String name, @Nullable Instant at) {}

  private static Who who(Handle h, @Nullable UUID survey) {
    Optional<RuleBook.Saved> saved = RuleBook.latest(h, survey);
    if (saved.isEmpty()) {
      return new Who(null, null);
    }
    String username = saved.get().by();
    String name =
        h.createQuery("select name from people where username = :username")
            .bind("username", username)
            .mapTo(String.class)
            .findOne()
            .orElse(username);
    return new Who(name, saved.get().at());
  }

  /** Of the latest answers only, so that the cost does not grow with all there ever were. */
  private static List<String> latest(Handle h, String column) {
    return h.createQuery(
            "select distinct value from (select "
                + column
                + " as value from responses order by id desc limit 20000) latest where value is not"
                + " null order by 1 limit 200")
        .mapTo(String.class)
        .list();
  }
}
