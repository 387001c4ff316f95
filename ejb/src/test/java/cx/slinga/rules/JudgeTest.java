package cx.slinga.rules;

import static cx.slinga.rules.SeverityStep.CRITICAL;
import static cx.slinga.rules.SeverityStep.HIGH;
import static cx.slinga.rules.SeverityStep.NORMAL;
import static cx.slinga.rules.SeverityStep.RAISE;
import static cx.slinga.rules.Subject.CUSTOMER_VALUE;
import static cx.slinga.rules.Subject.EASE;
import static cx.slinga.rules.Subject.OVERALL;
import static cx.slinga.rules.Subject.PROBLEM;
import static cx.slinga.rules.Subject.REPEAT;
import static cx.slinga.rules.Subject.SCORE;
import static cx.slinga.rules.Subject.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  @ParameterizedTest(name = "score {0}, problem {1}, repeat {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "0,  true,  false, CRITICAL",
        "2,  true,  false, CRITICAL",
        "2,  false, false, HIGH",
        "0,  -,     false, HIGH",
        "3,  true,  false, NORMAL",
        "6,  -,     false, NORMAL",
        "6,  -,     true,  HIGH",
        "1,  false, true,  CRITICAL",
        "1,  true,  true,  CRITICAL",
        "7,  true,  true,  -",
        "10, false, false, -",
        "-,  true,  false, -",
      })
  void theStandardRulesJudgeAsTheyAlwaysDid(
      Integer score, Boolean problem, boolean repeat, SeverityStep expected) {
    Verdict verdict =
        new Judge(SurveyRules.standard())
            .judge(
                new Facts(
                    score, null, null, problem, null, null, null, null, null, null, null, null,
                    repeat));
    assertEquals(expected, verdict == null ? null : verdict.severity());
  }

  @Test
  void anAnswerIsNegativeWhenOneRuleFitsAndTheFirstOpensIt() {
    Judge judge =
        new Judge(
            new SurveyRules(
                1,
                List.of(
                    new NegativityRule(null, List.of(Condition.atMost(SCORE, 6))),
                    new NegativityRule(null, List.of(Condition.atMost(OVERALL, 2))),
                    new NegativityRule(null, List.of(Condition.flag(PROBLEM))),
                    new NegativityRule(null, List.of(Condition.oneOf(WORDS, "never again"))),
                    new NegativityRule(null, List.of(Condition.atMost(EASE, 1)))),
                List.of()));
    assertEquals(0, openedBy(judge, facts(6, 1, null, true, "Never again")));
    assertEquals(1, openedBy(judge, facts(9, 2, null, true, null)));
    assertEquals(2, openedBy(judge, facts(9, 3, null, true, null)));
    assertEquals(3, openedBy(judge, facts(10, 5, null, false, "NEVER again, thanks")));
    assertEquals(4, openedBy(judge, facts(null, null, 1, null, null)));
    assertNull(judge.judge(facts(7, 3, 2, false, "nice")));
    assertNull(judge.judge(facts(null, null, null, null, null)));
    assertFalse(judge.needsFiguresOnly());
  }

  @Test
  void allConditionsOfARuleMustHold() {
    Judge judge =
        new Judge(
            new SurveyRules(
                1,
                List.of(
                    new NegativityRule(
                        null, List.of(Condition.atMost(SCORE, 8), Condition.flag(PROBLEM)))),
                List.of()));
    assertTrue(judge.isNegative(facts(8, null, null, true, null)));
    assertFalse(judge.isNegative(facts(8, null, null, false, null)));
    assertFalse(judge.isNegative(facts(9, null, null, true, null)));
    assertTrue(judge.needsFiguresOnly());
  }

  @Test
  void theFirstSeverityCountsAndEachRaiseAddsAStepUpToCritical() {
    Judge judge =
        new Judge(
            new SurveyRules(
                1,
                List.of(new NegativityRule(null, List.of(Condition.atMost(SCORE, 6)))),
                List.of(
                    new SeverityRule(null, List.of(Condition.oneOf(WORDS, "cancel")), RAISE),
                    new SeverityRule(null, List.of(Condition.atMost(SCORE, 5)), NORMAL),
                    new SeverityRule(null, List.of(Condition.atMost(SCORE, 5)), CRITICAL),
                    new SeverityRule(null, List.of(Condition.atMost(SCORE, 6)), HIGH),
                    new SeverityRule(null, List.of(Condition.flag(REPEAT)), RAISE),
                    new SeverityRule(
                        null, List.of(Condition.oneOf(CUSTOMER_VALUE, "HIGH")), RAISE))));
    assertEquals(NORMAL, verdict(judge, severity(5, null, null, false)).severity());
    assertEquals(HIGH, verdict(judge, severity(6, null, null, false)).severity());
    assertEquals(HIGH, verdict(judge, severity(5, "I cancel", null, false)).severity());
    assertEquals(CRITICAL, verdict(judge, severity(5, "I cancel", null, true)).severity());
    assertEquals(CRITICAL, verdict(judge, severity(6, "I cancel", "HIGH", true)).severity());
    assertEquals(
        List.of(0, 1, 4), verdict(judge, severity(5, "I cancel", "LOW", true)).severityBy());
    assertEquals(List.of(3), verdict(judge, severity(6, null, null, false)).severityBy());
  }

  private static int openedBy(Judge judge, Facts facts) {
    return verdict(judge, facts).openedBy();
  }

  private static Verdict verdict(Judge judge, Facts facts) {
    Verdict verdict = judge.judge(facts);
    assertNotNull(verdict);
    return verdict;
  }

  private static Facts facts(
      Integer score, Integer overall, Integer ease, Boolean problem, String words) {
    return new Facts(
        score, overall, ease, problem, words, null, null, null, null, null, null, null, false);
  }

  private static Facts severity(Integer score, String words, String value, boolean repeat) {
    return new Facts(
        score, null, null, null, words, null, null, null, null, null, value, null, repeat);
  }
}
