package cx.slinga.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.rules.Scales.Scale;
import cx.slinga.shared.Messages;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCheckTest {
  private static final Scales ASKED =
      new Scales(new Scale(0, 10), new Scale(1, 5), null, false, List.of());

  @ParameterizedTest(name = "{0} at most {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "SCORE,   0,  -",
        "SCORE,   9,  -",
        "SCORE,   10, rule.outside-scale",
        "SCORE,   11, rule.outside-scale",
        "SCORE,   -1, rule.outside-scale",
        "SCORE,   x,  rule.number-missing",
        "SCORE,   '', rule.number-missing",
        "SCORE,   6.5, rule.number-missing",
        "OVERALL, 1,  -",
        "OVERALL, 0,  rule.outside-scale",
        "OVERALL, 5,  rule.outside-scale",
        "EASE,    1,  rule.not-asked",
      })
  void aBandLiesOnTheScale(Subject band, String most, String refused) {
    assertEquals(refused, refusal(Condition.oneOf(band, most)));
  }

  @Test
  void keywordsHaveSomethingToFind() {
    assertEquals("rule.keyword-missing", refusal(Condition.oneOf(Subject.WORDS)));
    assertEquals("rule.keyword-empty", refusal(Condition.oneOf(Subject.WORDS, "ok", " ")));
    assertEquals("rule.keyword-without-letters", refusal(Condition.oneOf(Subject.WORDS, ".*")));
    assertEquals("rule.keyword-too-long", refusal(Condition.oneOf(Subject.WORDS, "a".repeat(101))));
    assertEquals(null, refusal(Condition.oneOf(Subject.WORDS, "(a|b)+", "<script>", "😡", "שלום")));
  }

  @Test
  void aThousandKeywordsAreTheMost() {
    assertEquals(null, refusal(new Condition(Subject.WORDS, words(1_000))));
    assertEquals("rule.keywords-too-many", refusal(new Condition(Subject.WORDS, words(1_001))));
  }

  @Test
  void eachKindOfRuleAsksWhatItMay() {
    assertEquals("rule.subject-not-here", refusal(Condition.flag(Subject.SENTIMENT)));
    assertEquals("rule.subject-not-here", refusal(Condition.oneOf(Subject.LANGUAGE, "en")));
    assertEquals("rule.not-asked", refusal(Condition.flag(Subject.PROBLEM)));
  }

  @Test
  void everyPointThatIsWrongIsNamedWithItsPlace() {
    List<RuleProblem> problems =
        check()
            .survey(
                new SurveyRulesDraft(
                    "s",
                    List.of(
                        new NegativityRule(null, List.of()),
                        new NegativityRule(
                            "n".repeat(121), List.of(Condition.atMost(Subject.SCORE, 12)))),
                    List.of(
                        new SeverityRule(
                            null,
                            List.of(
                                Condition.atMost(Subject.SCORE, 2),
                                Condition.oneOf(Subject.TOUCHPOINT, "nowhere"),
                                Condition.oneOf(Subject.CUSTOMER_VALUE, "SOME")),
                            SeverityStep.HIGH))));
    assertEquals(
        List.of(
            "negativity[0].when rule.condition-missing",
            "negativity[1].name text.too-long",
            "negativity[1].when[0].values rule.outside-scale",
            "severity[0].when[1].values touchpoint.unknown",
            "severity[0].when[2].values filter.unknown-value"),
        problems.stream().map(problem -> problem.field() + " " + problem.key()).toList());
  }

  @Test
  void withoutAnyRuleNothingWouldBeNegative() {
    assertEquals(
        "rule.negativity-missing",
        check().survey(new SurveyRulesDraft("s", List.of(), List.of())).get(0).key());
  }

  @Test
  void whatIsWrongIsSaidInWords() {
    RuleProblem problem =
        check()
            .survey(
                new SurveyRulesDraft(
                    "s",
                    List.of(new NegativityRule(null, List.of(Condition.atMost(Subject.SCORE, 12)))),
                    List.of()))
            .get(0);
    assertEquals(
        "The scale goes from 0 to 10. Choose a number from 0 to 9.",
        Messages.text(Locale.ENGLISH, problem.key(), problem.args()));
  }

  private static List<String> words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
  }

  private static String refusal(Condition condition) {
    List<RuleProblem> problems =
        check()
            .survey(
                new SurveyRulesDraft(
                    "s",
                    Collections.singletonList(new NegativityRule(null, List.of(condition))),
                    List.of()));
    return problems.isEmpty() ? null : problems.get(0).key();
  }

  private static RuleCheck check() {
    return new RuleCheck(Set.of("signs"), ASKED);
  }
}
