package cx.slinga.rootcause;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How alike what customers say is, in any language: the cosine between sets of words, in which a
 * word weighs more the fewer say it (inverse document frequency). A coded comment counts as its
 * words and, once more, as a whole.
 */
final class Likeness {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final int SHORTEST = 3;

  /** What one customer said. */
  record Voice(@Nullable String words, List<String> comments) {
    Voice {
      comments = List.copyOf(comments);
    }
  }

  private final Map<String, Integer> frequency = new HashMap<>();
  private final int voices;

  /**
   * @param sample says which words are common
   */
  Likeness(Collection<Voice> sample) {
    sample.forEach(voice -> terms(voice).forEach(term -> frequency.merge(term, 1, Integer::sum)));
    voices = sample.size();
  }

  /** What a group says on the whole: each of them counts the same, however much was said. */
  Map<String, Double> profile(Collection<Voice> group) {
    Map<String, Double> sum = new HashMap<>();
    for (Voice voice : group) {
      weights(voice).forEach((term, weight) -> sum.merge(term, weight, Double::sum));
    }
    return normal(sum);
  }

  /** From 0, nothing in common, to 100. */
  int percent(Voice voice, Map<String, Double> profile) {
    double cosine = 0;
    for (Map.Entry<String, Double> one : weights(voice).entrySet()) {
      cosine += one.getValue() * profile.getOrDefault(one.getKey(), 0.0);
    }
    return (int) Math.round(100 * Math.min(1, cosine));
  }

  /** How many of them have at least so many percent in common with the one. */
  int similar(Voice voice, Collection<Voice> others, int least) {
    Map<String, Double> profile = profile(List.of(voice));
    return (int) others.stream().filter(other -> percent(other, profile) >= least).count();
  }

  private Map<String, Double> weights(Voice voice) {
    Map<String, Double> weights = new HashMap<>();
    for (String term : terms(voice)) {
      int said = Math.max(1, frequency.getOrDefault(term, 0));
      weights.put(term, Math.log(1 + (double) Math.max(voices, 1) / said));
    }
    return normal(weights);
  }

  private static Map<String, Double> normal(Map<String, Double> weights) {
    double length =
        Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
    if (length > 0) {
      weights.replaceAll((term, weight) -> weight / length);
    }
    return weights;
  }

  /** Each once. */
  static Set<String> terms(Voice voice) {
    Set<String> terms = new HashSet<>();
    String words = voice.words();
    if (words != null) {
      terms.addAll(words(words));
    }
    for (String comment : voice.comments()) {
      terms.addAll(words(comment));
      terms.add("=" + comment.toLowerCase(Locale.ROOT));
    }
    return terms;
  }

  /** Words of three letters and more, in small letters. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : NO_LETTERS.split(text.toLowerCase(Locale.ROOT))) {
      if (word.length() >= SHORTEST) {
        words.add(word);
      }
    }
    return words;
  }
}
