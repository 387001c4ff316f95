package cx.slinga.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatcherTest {
  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        // subject,       rule,     fact,          fits
        "TOUCHPOINT,       signs,    signs,         true",
        "TOUCHPOINT,       signs,    restrooms,     false",
        "TOUCHPOINT,       signs,    -,             false",
        "SEGMENT,          business, Business,      true",
        "SEGMENT,          business, leisure,       false",
        "CUSTOMER_SEGMENT, gold,     gold,          true",
        "CUSTOMER_SEGMENT, gold,     -,             false",
        "CHANNEL,          kiosk,    kiosk,         true",
        "CHANNEL,          kiosk,    web,           false",
        "LANGUAGE,         en,       en,            true",
        "LANGUAGE,         en,       en-gb,         true",
        "LANGUAGE,         en-gb,    en,            false",
        "LANGUAGE,         en,       es,            false",
        "WORDS,            pram,     my pram broke, true",
        "WORDS,            pram,     program,       false",
      })
  void aConditionFitsWhatItNames(Subject subject, String value, String fact, boolean fits) {
    Dispatcher dispatcher = dispatcher(rule(Condition.oneOf(subject, "other", value)));
    assertEquals(fits ? List.of(0) : List.of(), fitting(dispatcher, facts(subject, fact)));
  }

  @Test
  void rulesAreAskedInOrderAndOneWithoutConditionTakesEveryCase() {
    Dispatcher dispatcher =
        dispatcher(
            rule(Condition.oneOf(Subject.TOUCHPOINT, "signs")),
            rule(
                Condition.oneOf(Subject.TOUCHPOINT, "signs"),
                Condition.oneOf(Subject.WORDS, "lost")),
            rule());
    assertEquals(List.of(0, 2), fitting(dispatcher, facts(Subject.TOUCHPOINT, "signs")));
    assertEquals(List.of(2), fitting(dispatcher, facts(Subject.WORDS, "lost")));
    assertEquals(List.of(2), fitting(dispatcher, facts(Subject.WORDS, null)));
  }

  private static List<Integer> fitting(Dispatcher dispatcher, Facts facts) {
    return dispatcher.fitting(facts).boxed().toList();
  }

  private static Dispatcher dispatcher(RoutingRule... rules) {
    return new Dispatcher(new RoutingRules(1, List.of(rules)));
  }

  private static RoutingRule rule(Condition... when) {
    return new RoutingRule(null, List.of(when), new UUID(0, 1), null, Sharing.LEAST_LOADED);
  }

  private static Facts facts(Subject subject, String value) {
    return new Facts(
        3,
        null,
        null,
        null,
        subject == Subject.WORDS ? value : null,
        subject == Subject.TOUCHPOINT ? value : null,
        subject == Subject.SEGMENT ? value : null,
        subject == Subject.LANGUAGE ? value : null,
        subject == Subject.CHANNEL ? value : null,
        subject == Subject.CUSTOMER_SEGMENT ? value : null,
        null,
        null,
        false);
  }
}
