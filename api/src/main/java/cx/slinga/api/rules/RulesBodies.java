package cx.slinga.api.rules;

import cx.slinga.rules.Condition;
import cx.slinga.rules.NegativityRule;
import cx.slinga.rules.RoutingRuleDraft;
import cx.slinga.rules.SeverityRule;
import cx.slinga.rules.SeverityStep;
import cx.slinga.rules.Sharing;
import cx.slinga.rules.Subject;
import cx.slinga.rules.SurveyRulesDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the rules take, in the shape in which they are read. {@code version} is the one that the
 * caller looked at; trying out does not look at it.
 */
final class RulesBodies {
  private RulesBodies() {}

  /** One condition. */
  @Schema(name = "Condition")
  record When(
      @NotNull Subject subject,
      @Schema(
              description =
                  "One number for SCORE, OVERALL and EASE (at most so much), none for PROBLEM and"
                      + " REPEAT, else those of which one must fit")
          @Nullable List<@NotNull String> values) {
    Condition condition() {
      return new Condition(subject, values == null ? List.of() : values);
    }
  }

  /** A rule that makes an answer negative when all its conditions hold. */
  @Schema(name = "NegativityRule")
  record Negativity(@Nullable String name, @NotNull List<@NotNull @Valid When> when) {
    NegativityRule rule() {
      return new NegativityRule(name, conditions(when));
    }
  }

  /** A rule that says how much is at stake when all its conditions hold. */
  @Schema(name = "SeverityRule")
  record Severity(
      @Nullable String name,
      @NotNull List<@NotNull @Valid When> when,
      @Schema(description = "The first that names a severity sets it, each RAISE adds a step")
          @NotNull
          SeverityStep then) {
    SeverityRule rule() {
      return new SeverityRule(name, conditions(when), then);
    }
  }

  /** All rules of a survey. */
  @Schema(name = "NewSurveyRules")
  record SurveyRules(
      @Nullable Long version,
      @NotNull List<@NotNull @Valid Negativity> negativity,
      @NotNull List<@NotNull @Valid Severity> severity) {
    SurveyRulesDraft draft(String survey) {
      return new SurveyRulesDraft(
          survey,
          negativity.stream().map(Negativity::rule).toList(),
          severity.stream().map(Severity::rule).toList());
    }
  }

  /**
   * A rule that gives a case to a department when all its conditions hold; none takes every one.
   */
  @Schema(name = "NewRoutingRule")
  record Route(
      @Nullable String name,
      @NotNull List<@NotNull @Valid When> when,
      @Schema(description = "Key, see /departments") @NotNull String department,
      @Schema(description = "User name, see /people; without one the case owners share")
          @Nullable String person,
      @Schema(description = "Unless a person is named; else LEAST_LOADED")
          @Nullable Sharing sharing) {
    RoutingRuleDraft draft() {
      return new RoutingRuleDraft(
          name,
          conditions(when),
          department,
          person,
          sharing == null ? Sharing.LEAST_LOADED : sharing);
    }
  }

  /** All routing rules, the first to ask first. */
  @Schema(name = "NewRoutingRules")
  record RoutingRules(@Nullable Long version, @NotNull List<@NotNull @Valid Route> rules) {
    List<RoutingRuleDraft> drafts() {
      return rules.stream().map(Route::draft).toList();
    }
  }

  private static List<Condition> conditions(List<When> when) {
    return when.stream().map(When::condition).toList();
  }
}
