package cx.slinga.api.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
  private static final Pattern KEY =
      Pattern.compile("\"((?:json|property|parameter|limit|text|version)\\.[a-z-]+|http-500)\"");

  @ParameterizedTest
  @ValueSource(strings = {"sv", "da", "no"})
  void everyLanguageHasTheSameKeysAndPlaceholders(String language) throws IOException {
    Properties english = texts("en");
    Properties other = texts(language);
    assertEquals(english.stringPropertyNames(), other.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          placeholders(english.getProperty(key)), placeholders(other.getProperty(key)), key);
      assertFalse(other.getProperty(key).contains("'"), key + ": MessageFormat eats it");
    }
  }

  @Test
  void everyKeyOfTheCodeHasWords() throws IOException {
    Set<String> known = texts("en").stringPropertyNames();
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    assertTrue(used.size() > 10, used.toString());
    used.removeAll(known);
    assertEquals(Set.of(), used);
  }

  @Test
  void everyStatusThatIsToldHasTitleAndWords() throws IOException {
    Set<String> known = texts("en").stringPropertyNames();
    for (int status : Problems.TOLD) {
      assertTrue(known.contains("title-" + status), "title of " + status);
      assertTrue(known.contains("http-" + status), "words of " + status);
    }
  }

  @Test
  void placeholdersAreFilled() {
    assertEquals(
        "owner saknas.",
        ProblemTexts.text(Locale.forLanguageTag("sv"), "property.missing", List.of("owner")));
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d)}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream file =
        ProblemTexts.class.getResourceAsStream("Problems_" + language + ".properties")) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
