package cx.slinga.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies a survey's rules. An answer is negative when a negativity rule fits; the first that fits
 * opens the case. The first fitting severity rule that names a severity sets it, else it is normal;
 * then each fitting rule that raises adds one step, wherever it stands, at most to critical.
 */
public final class Judge {
  private static final Set<Subject> FIGURES =
      EnumSet.of(Subject.SCORE, Subject.OVERALL, Subject.EASE, Subject.PROBLEM, Subject.TOUCHPOINT);

  private final SurveyRules rules;
  private final List<Predicate<Facts>> negativity;
  private final List<Predicate<Facts>> severity;

  public Judge(SurveyRules rules) {
    this.rules = rules;
    this.negativity = rules.negativity().stream().map(rule -> Question.all(rule.when())).toList();
    this.severity = rules.severity().stream().map(rule -> Question.all(rule.when())).toList();
  }

  /** The verdict, or null when the answer is not negative. */
  public @Nullable Verdict judge(Facts facts) {
    int openedBy = openedBy(facts);
    return openedBy < 0 ? null : verdict(openedBy, facts);
  }

  /** Whether the answer is negative. */
  public boolean isNegative(Facts facts) {
    return openedBy(facts) >= 0;
  }

  /** Whether {@link Facts#figures} are enough to know what is negative, though not how severe. */
  public boolean needsFiguresOnly() {
    return rules.negativity().stream()
        .flatMap(rule -> rule.when().stream())
        .allMatch(condition -> FIGURES.contains(condition.subject()));
  }

  private int openedBy(Facts facts) {
    for (int i = 0; i < negativity.size(); i++) {
      if (negativity.get(i).test(facts)) {
        return i;
      }
    }
    return -1;
  }

  private Verdict verdict(int openedBy, Facts facts) {
    SeverityStep set = null;
    int raises = 0;
    List<Integer> by = new ArrayList<>();
    for (int i = 0; i < severity.size(); i++) {
      SeverityStep then = rules.severity().get(i).then();
      boolean asks = then == SeverityStep.RAISE || set == null;
      if (asks && severity.get(i).test(facts)) {
        by.add(i);
        if (then == SeverityStep.RAISE) {
          raises++;
        } else {
          set = then;
        }
      }
    }
    SeverityStep result = set == null ? SeverityStep.NORMAL : set;
    for (int i = 0; i < raises; i++) {
      result = result.raised();
    }
    return new Verdict(openedBy, result, by);
  }
}
