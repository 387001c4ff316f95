package cx.slinga.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked many times. */
final class Question {
  private Question() {}

  /** Whether all of them hold. */
  static Predicate<Facts> all(List<Condition> conditions) {
    List<Predicate<Facts>> questions = conditions.stream().map(Question::of).toList();
    return facts -> {
      for (Predicate<Facts> question : questions) {
        if (!question.test(facts)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Facts> of(Condition condition) {
    List<String> values = condition.values();
    return switch (condition.subject()) {
      case SCORE -> atMost(values, Facts::score);
      case OVERALL -> atMost(values, Facts::overall);
      case EASE -> atMost(values, Facts::ease);
      case PROBLEM -> facts -> Boolean.TRUE.equals(facts.problem());
      case WORDS -> {
        Keywords keywords = new Keywords(values);
        yield facts -> {
          String words = facts.words();
          return words != null && keywords.in(words);
        };
      }
      case SENTIMENT -> facts -> false;
      case TOUCHPOINT -> oneOf(values, Facts::touchpoint);
      case SEGMENT -> oneOf(values, Facts::segment);
      case LANGUAGE -> language(values);
      case CHANNEL -> oneOf(values, Facts::channel);
      case CUSTOMER_SEGMENT -> oneOf(values, Facts::customerSegment);
      case CUSTOMER_VALUE -> oneOf(values, Facts::customerValue);
      case CHURN_STATE -> oneOf(values, Facts::churnState);
      case REPEAT -> Facts::repeat;
    };
  }

  private static Predicate<Facts> atMost(
      List<String> values, Function<Facts, @Nullable Integer> figure) {
    int most = Integer.parseInt(values.get(0));
    return facts -> {
      Integer value = figure.apply(facts);
      return value != null && value <= most;
    };
  }

  private static Predicate<Facts> oneOf(
      List<String> values, Function<Facts, @Nullable String> fact) {
    Set<String> wanted = lowerCase(values);
    return facts -> {
      String value = fact.apply(facts);
      return value != null && wanted.contains(value.toLowerCase(Locale.ROOT));
    };
  }

  /** {@code en} also stands for {@code en-gb}. */
  private static Predicate<Facts> language(List<String> values) {
    Set<String> wanted = lowerCase(values);
    return facts -> {
      String language = facts.language();
      if (language == null) {
        return false;
      }
      String tag = language.toLowerCase(Locale.ROOT);
      int hyphen = tag.indexOf('-');
      return wanted.contains(tag) || hyphen > 0 && wanted.contains(tag.substring(0, hyphen));
    };
  }

  private static Set<String> lowerCase(List<String> values) {
    return values.stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
