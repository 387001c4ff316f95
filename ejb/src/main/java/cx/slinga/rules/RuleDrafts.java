package cx.slinga.rules;

import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.survey.Survey;
import cx.slinga.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns drafts into rules, or says what is wrong with them; for services. */
@ApplicationScoped
public class RuleDrafts {
  private Database database;
  private Touchpoints touchpoints;
  private Surveys surveys;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected RuleDrafts() {}

  @Inject
  public RuleDrafts(Database database, Touchpoints touchpoints, Surveys surveys) {
    this.database = database;
    this.touchpoints = touchpoints;
    this.surveys = surveys;
  }

  /** A survey with what its rules may ask. */
  public record Asked(UUID id, String key, String name, Scales scales) {}

  /**
   * The survey that a draft is for.
   *
   * @throws NotFoundException when there is none
   */
  public Asked survey(String key) {
    Survey survey = surveys.find(key).orElseThrow(() -> new NotFoundException(key));
    return new Asked(survey.id(), survey.key(), survey.name(), Scales.of(survey));
  }

  /** Everything that is wrong with the draft. */
  public List<RuleProblem> problems(SurveyRulesDraft draft) {
    return new RuleCheck(touchpointKeys(), survey(draft.survey()).scales()).survey(draft);
  }

  /** Everything that is wrong with the drafts. */
  public List<RuleProblem> problems(List<RoutingRuleDraft> drafts) {
    return database.read(h -> problems(drafts, new Addressees(h)));
  }

  /**
   * The rules of a draft.
   *
   * @param version the version that they would become
   * @throws cx.slinga.shared.BusinessException naming the first point that is wrong
   */
  public SurveyRules rules(SurveyRulesDraft draft, int version) {
    refuse(problems(draft));
    return new SurveyRules(
        version,
        draft.negativity().stream()
            .map(rule -> new NegativityRule(name(rule.name()), conditions(rule.when())))
            .toList(),
        draft.severity().stream()
            .map(rule -> new SeverityRule(name(rule.name()), conditions(rule.when()), rule.then()))
            .toList());
  }

  /**
   * The rules of drafts.
   *
   * @param version the version that they would become
   * @throws cx.slinga.shared.BusinessException naming the first point that is wrong
   */
  public RoutingRules rules(List<RoutingRuleDraft> drafts, int version) {
    return database.read(
        h -> {
          Addressees addressees = new Addressees(h);
          refuse(problems(drafts, addressees));
          return new RoutingRules(version, addressees.rules(drafts));
        });
  }

  private List<RuleProblem> problems(List<RoutingRuleDraft> drafts, Addressees addressees) {
    RuleCheck check = new RuleCheck(touchpointKeys(), null);
    check.routing(drafts);
    addressees.check(drafts, check);
    return check.problems();
  }

  private Set<String> touchpointKeys() {
    return touchpoints.all().stream()
        .map(TouchpointRow::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void refuse(List<RuleProblem> problems) {
    if (!problems.isEmpty()) {
      throw problems.get(0).refusal();
    }
  }

  /** Without blanks at the ends; none when there is nothing else. */
  static @Nullable String name(@Nullable String name) {
    return name == null || name.isBlank() ? null : name.strip();
  }

  /** As they are kept: without blanks at the ends, each value once. */
  static List<Condition> conditions(List<Condition> when) {
    return when.stream()
        .map(
            condition ->
                new Condition(
                    condition.subject(),
                    condition.values().stream().map(String::strip).distinct().toList()))
        .toList();
  }
}
