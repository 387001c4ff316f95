package cx.slinga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four languages, the same keys, the same placeholders; nothing missing and nothing left over. */
class TextsTest {
  private static final List<String> LANGUAGES = List.of("en", "sv", "da", "no");

  /** Number and kind; the words of a choice are each language's own. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(,\\w+)?");

  private static final Pattern USE = Pattern.compile("text_(\\w+)\\['([^']+)'");

  static Stream<Path> bundles() {
    return Sources.find(Sources.RESOURCES, "_en.properties").stream();
  }

  static Stream<Path> features() {
    return bundles().filter(b -> b.endsWith("Text_en.properties"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyKeyHasTheSamePlaceholdersInAllFourLanguages(Path english) {
    Map<String, Set<String>> expected = placeholders(english);
    for (String language : LANGUAGES) {
      assertEquals(expected, placeholders(in(language, english)), in(language, english).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextHasAStraightApostropheWhichWouldSwallowPlaceholders(Path english) {
    for (String language : LANGUAGES) {
      texts(in(language, english))
          .forEach((key, text) -> assertFalse(text.contains("'"), language + " " + key));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextIsEmpty(Path english) {
    for (String language : LANGUAGES) {
      texts(in(language, english))
          .forEach((key, text) -> assertFalse(text.isBlank(), language + " " + key));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextShoutsOrBegs(Path english) {
    for (String language : LANGUAGES) {
      texts(in(language, english))
          .forEach((key, text) -> assertFalse(text.contains("!"), language + " " + key));
    }
    texts(english)
        .forEach(
            (key, text) ->
                assertFalse(text.toLowerCase().matches(".*\\b(please|successfully)\\b.*"), key));
  }

  @Test
  void everyKeyThatAScreenNamesExists() {
    List<String> missing = new ArrayList<>();
    for (Path screen : Sources.find(Sources.WEBAPP, ".xhtml")) {
      var uses = USE.matcher(Sources.read(screen));
      while (uses.find()) {
        String key = uses.group(2);
        boolean prefix = key.endsWith(".");
        Set<String> keys = texts(bundle(uses.group(1))).keySet();
        if (prefix ? keys.stream().noneMatch(k -> k.startsWith(key)) : !keys.contains(key)) {
          missing.add(screen + ": " + uses.group());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyKeyIsNamedSomewhere(Path english) {
    String sources =
        Stream.concat(
                Sources.find(Sources.WEBAPP, ".xhtml").stream(),
                Sources.find(Sources.JAVA, ".java").stream())
            .map(Sources::read)
            .collect(Collectors.joining());
    Set<String> unused = new TreeSet<>();
    for (String key : texts(english).keySet()) {
      boolean named =
          withFamilies(key)
              .anyMatch(k -> sources.contains("'" + k + "'") || sources.contains("\"" + k + "\""));
      if (!named) {
        unused.add(key);
      }
    }
    assertEquals(Set.of(), unused, english.toString());
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyFeatureIsKnownToTheScreens(Path english) {
    String feature = english.getParent().getFileName().toString();
    String config = Sources.read(Sources.WEBAPP.resolve("WEB-INF/faces-config.xml"));
    assertTrue(config.contains("<var>text_" + feature + "</var>"), feature);
  }

  /** The key and the beginnings that a screen may complete: a.b.c, a.b., a. */
  private static Stream<String> withFamilies(String key) {
    return IntStream.range(0, key.length() + 1)
        .filter(i -> i == key.length() || i > 0 && key.charAt(i - 1) == '.')
        .mapToObj(i -> key.substring(0, i));
  }

  private static Path bundle(String feature) {
    return Sources.RESOURCES.resolve("cx/slinga/web/" + feature + "/Text_en.properties");
  }

  private static Path in(String language, Path english) {
    return english.resolveSibling(
        english.getFileName().toString().replace("_en.", "_" + language + "."));
  }

  private static Map<String, Set<String>> placeholders(Path bundle) {
    Map<String, Set<String>> found = new TreeMap<>();
    texts(bundle)
        .forEach(
            (key, text) ->
                found.put(
                    key,
                    PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(r -> r.group())
                        .collect(Collectors.toCollection(TreeSet::new))));
    return found;
  }

  private static Map<String, String> texts(Path bundle) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(bundle + " cannot be read", e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(k -> k, properties::getProperty));
  }
}
