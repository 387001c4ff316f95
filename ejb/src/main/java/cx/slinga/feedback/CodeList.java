package cx.slinga.feedback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers of coded comments mean, by question. */
public final class CodeList {

  private static final List<String> COLUMNS = List.of("question", "code", "group", "label");

  private final Map<String, Map<String, String>> labels;

  private CodeList(Map<String, Map<String, String>> labels) {
    this.labels = labels;
  }

  /** Knows no code. */
  public static CodeList empty() {
    return new CodeList(Map.of());
  }

  /**
   * @param labels meaning by question and code with a colon between, such as {@code Q8:102}
   */
  public static CodeList of(Map<String, String> labels) {
    Map<String, Map<String, String>> byQuestion = new HashMap<>();
    labels.forEach(
        (key, label) -> {
          int colon = key.indexOf(':');
          byQuestion
              .computeIfAbsent(key.substring(0, Math.max(colon, 0)), q -> new HashMap<>())
              .put(key.substring(colon + 1), label);
        });
    return new CodeList(byQuestion);
  }

  /**
   * Reads UTF-8 lines of question, code, group and label with tabs between, under a heading of
   * these names. Closes the stream.
   *
   * @throws IllegalArgumentException when a line has another form; code lists ship with the product
   */
  public static CodeList read(InputStream tsv) {
    Map<String, Map<String, String>> labels = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(tsv, StandardCharsets.UTF_8))) {
      String heading = lines.readLine();
      if (heading == null || !List.of(heading.split("\t")).equals(COLUMNS)) {
        throw new IllegalArgumentException("Not a code list: " + heading);
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        String[] parts = line.split("\t", -1);
        if (parts.length != COLUMNS.size()) {
          throw new IllegalArgumentException("Not a code: " + line);
        }
        labels.computeIfAbsent(parts[0], q -> new HashMap<>()).put(parts[1], parts[3].strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CodeList(labels);
  }

  /** The meaning of a code, or null when the list does not know it. */
  public @Nullable String label(String question, String code) {
    Map<String, String> codes = labels.get(question);
    return codes == null ? null : codes.get(code);
  }

  /** All codes of a question with their meaning; empty when the list does not know the question. */
  public Map<String, String> labels(String question) {
    return Map.copyOf(labels.getOrDefault(question, Map.of()));
  }
}
