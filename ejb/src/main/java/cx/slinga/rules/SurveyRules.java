package cx.slinga.rules;

import java.util.List;

/**
 * A survey's rules in one version.
 *
 * @param version 0 for the rules that a survey has before anybody saved others
 * @param negativity an answer is negative when one of them fits; the first that fits opens the case
 * @param severity see {@link Judge}
 */
public record SurveyRules(
    int version, List<NegativityRule> negativity, List<SeverityRule> severity) {
  public SurveyRules {
    negativity = List.copyOf(negativity);
    severity = List.copyOf(severity);
  }

  /**
   * What holds until somebody decides otherwise: detractors; the very low and the repeated weigh
   * more.
   */
  public static SurveyRules standard() {
    return new SurveyRules(
        0,
        List.of(new NegativityRule(null, List.of(Condition.atMost(Subject.SCORE, 6)))),
        List.of(
            new SeverityRule(
                null,
                List.of(Condition.atMost(Subject.SCORE, 2), Condition.flag(Subject.PROBLEM)),
                SeverityStep.CRITICAL),
            new SeverityRule(null, List.of(Condition.atMost(Subject.SCORE, 2)), SeverityStep.HIGH),
            new SeverityRule(null, List.of(Condition.flag(Subject.REPEAT)), SeverityStep.RAISE)));
  }
}
