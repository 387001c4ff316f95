package cx.slinga.rules;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Says which routing rules fit. The first is the one that counts; the others are what comes next
 * when its department has closed.
 */
public final class Dispatcher {
  private final RoutingRules rules;
  private final List<Predicate<Facts>> questions;

  public Dispatcher(RoutingRules rules) {
    this.rules = rules;
    this.questions = rules.rules().stream().map(rule -> Question.all(rule.when())).toList();
  }

  public RoutingRules rules() {
    return rules;
  }

  /** Positions of the rules that fit, from 0, in order; asked only as far as the caller reads. */
  public IntStream fitting(Facts facts) {
    return IntStream.range(0, questions.size()).filter(i -> questions.get(i).test(facts));
  }
}
