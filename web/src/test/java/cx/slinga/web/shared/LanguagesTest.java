package cx.slinga.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguagesTest {
  private static String chosen(String cookie, String... browser) {
    return Languages.choose(
            Optional.ofNullable(cookie),
            Arrays.stream(browser).map(Locale::forLanguageTag).iterator())
        .getLanguage();
  }

  @Test
  void theChoiceOfTheMenuComesBeforeTheBrowser() {
    assertEquals("da", chosen("da", "sv-SE"));
  }

  @Test
  void bothNorwegiansAreNorwegian() {
    assertEquals("no", chosen(null, "nb-NO", "en"));
    assertEquals("no", chosen(null, "nn", "en"));
  }

  @Test
  void theFirstLanguageThatIsOursIsTaken() {
    assertEquals("sv", chosen(null, "fi-FI", "sv-FI", "en"));
  }

  @Test
  void aStrangerReadsEnglish() {
    assertEquals("en", chosen(null, "fr"));
    assertEquals("en", chosen(null));
  }

  @Test
  void aForgedCookieIsNoLanguage() {
    assertEquals("sv", chosen("../../etc", "sv"));
  }
}
