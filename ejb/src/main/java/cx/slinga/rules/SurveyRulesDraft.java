package cx.slinga.rules;

import java.util.List;

/**
 * A survey's rules as somebody would have them, not yet checked.
 *
 * @param survey key of the survey
 */
public record SurveyRulesDraft(
    String survey, List<NegativityRule> negativity, List<SeverityRule> severity) {
  public SurveyRulesDraft {
    negativity = List.copyOf(negativity);
    severity = List.copyOf(severity);
  }
}
