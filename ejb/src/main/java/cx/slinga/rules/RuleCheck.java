package cx.slinga.rules;

import cx.slinga.rules.Scales.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds drafts against what there is, and names every point that is wrong, in order. */
final class RuleCheck {
  static final int RULES_MAX = 200;
  static final int CONDITIONS_MAX = 20;
  static final int KEYWORDS_MAX = 1_000;
  static final int KEYWORD_MAX = 100;
  static final int NAME_MAX = 120;
  private static final Set<String> VALUES = Set.of("LOW", "NORMAL", "HIGH");
  private static final Set<String> CHURN = Set.of("ACTIVE", "AT_RISK", "LOST", "WON_BACK");

  private final Set<String> touchpoints;
  private final @Nullable Scales scales;
  private final List<RuleProblem> problems = new ArrayList<>();

  /**
   * @param touchpoints keys of those that exist
   * @param scales of the survey; null for routing
   */
  RuleCheck(Set<String> touchpoints, @Nullable Scales scales) {
    this.touchpoints = touchpoints;
    this.scales = scales;
  }

  List<RuleProblem> survey(SurveyRulesDraft draft) {
    if (draft.negativity().isEmpty()) {
      problem("negativity", "rule.negativity-missing");
    }
    tooMany("negativity", draft.negativity().size());
    tooMany("severity", draft.severity().size());
    for (int i = 0; i < draft.negativity().size(); i++) {
      NegativityRule rule = draft.negativity().get(i);
      String at = "negativity[" + i + "]";
      name(at, rule.name());
      conditions(at, rule.when(), Subject.OF_NEGATIVITY, true);
    }
    for (int i = 0; i < draft.severity().size(); i++) {
      SeverityRule rule = draft.severity().get(i);
      String at = "severity[" + i + "]";
      name(at, rule.name());
      conditions(at, rule.when(), Subject.OF_SEVERITY, true);
    }
    return List.copyOf(problems);
  }

  /** Where the cases go is checked by {@link Addressees}. */
  void routing(List<RoutingRuleDraft> drafts) {
    tooMany("rules", drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      RoutingRuleDraft rule = drafts.get(i);
      String at = "rules[" + i + "]";
      name(at, rule.name());
      conditions(at, rule.when(), Subject.OF_ROUTING, false);
    }
  }

  void problem(String field, String key, Object... args) {
    problems.add(new RuleProblem(field, key, List.of(args)));
  }

  List<RuleProblem> problems() {
    return List.copyOf(problems);
  }

  private void tooMany(String field, int rules) {
    if (rules > RULES_MAX) {
      problem(field, "rule.too-many", RULES_MAX);
    }
  }

  private void name(String at, @Nullable String name) {
    if (name != null && name.length() > NAME_MAX) {
      problem(at + ".name", "text.too-long", NAME_MAX);
    }
  }

  private void conditions(
      String at, List<Condition> when, Set<Subject> allowed, boolean atLeastOne) {
    if (atLeastOne && when.isEmpty()) {
      problem(at + ".when", "rule.condition-missing");
    }
    if (when.size() > CONDITIONS_MAX) {
      problem(at + ".when", "rule.conditions-too-many", CONDITIONS_MAX);
    }
    for (int i = 0; i < when.size(); i++) {
      condition(at + ".when[" + i + "]", when.get(i), allowed);
    }
  }

  private void condition(String at, Condition condition, Set<Subject> allowed) {
    Subject subject = condition.subject();
    String field = at + ".values";
    if (!allowed.contains(subject)) {
      problem(at + ".subject", "rule.subject-not-here");
    } else if (subject.isBand()) {
      band(at, condition);
    } else if (subject == Subject.PROBLEM && scales != null && !scales.problem()) {
      problem(at + ".subject", "rule.not-asked");
    } else if (subject.isFlag()) {
      if (!condition.values().isEmpty()) {
        problem(field, "rule.value-superfluous");
      }
    } else if (subject == Subject.WORDS) {
      keywords(field, condition.values());
    } else {
      values(field, subject, condition.values());
    }
  }

  private void band(String at, Condition condition) {
    Scale scale = scales == null ? null : scales.of(condition.subject());
    if (scale == null) {
      problem(at + ".subject", "rule.not-asked");
      return;
    }
    // the top of the scale would make every answer fit
    int most = scale.to() - 1;
    Integer value = number(condition.values());
    if (value == null) {
      problem(at + ".values", "rule.number-missing", scale.from(), most);
    } else if (value < scale.from() || value > most) {
      problem(at + ".values", "rule.outside-scale", scale.from(), scale.to(), scale.from(), most);
    }
  }

  private static @Nullable Integer number(List<String> values) {
    if (values.size() != 1) {
      return null;
    }
    try {
      return Integer.valueOf(values.get(0).strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void keywords(String field, List<String> keywords) {
    if (keywords.isEmpty()) {
      problem(field, "rule.keyword-missing");
    } else if (keywords.size() > KEYWORDS_MAX) {
      problem(field, "rule.keywords-too-many", KEYWORDS_MAX, keywords.size());
    }
    for (String keyword : keywords) {
      if (keyword.length() > KEYWORD_MAX) {
        problem(field, "rule.keyword-too-long", KEYWORD_MAX);
        return;
      }
      if (keyword.isBlank()) {
        problem(field, "rule.keyword-empty");
        return;
      }
      if (keyword.indexOf('\0') >= 0 || Keywords.words(keyword).isEmpty()) {
        problem(field, "rule.keyword-without-letters", keyword.replace("\0", ""));
        return;
      }
    }
  }

  private void values(String field, Subject subject, List<String> values) {
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      problem(field, "rule.value-missing");
      return;
    }
    if (values.size() > KEYWORDS_MAX) {
      problem(field, "rule.keywords-too-many", KEYWORDS_MAX, values.size());
      return;
    }
    for (String value : values) {
      if (value.length() > KEYWORD_MAX || value.indexOf('\0') >= 0) {
        problem(field, "rule.keyword-too-long", KEYWORD_MAX);
        return;
      }
      if (!known(subject, value)) {
        problem(
            field,
            subject == Subject.TOUCHPOINT ? "touchpoint.unknown" : "filter.unknown-value",
            value);
        return;
      }
    }
  }

  private boolean known(Subject subject, String value) {
    return switch (subject) {
      case TOUCHPOINT -> touchpoints.contains(value);
      case CUSTOMER_VALUE -> VALUES.contains(value);
      case CHURN_STATE -> CHURN.contains(value);
      // what sources send is not known beforehand
      default -> true;
    };
  }
}
