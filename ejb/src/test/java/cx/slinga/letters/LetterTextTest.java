package cx.slinga.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b",
        "a b@example.test",
        "a@example.test, c@example.test",
        "Anna <a@example.test>",
        "a@example.test\r\nBcc: c@example.test",
        "a@example.test\n",
        "@example.test",
        "a@@example.test",
        "a@example..test"
      })
  void onlyOnePlainAddressIsTaken(String typed) {
    if (typed.equals("a@example.test\n")) {
      assertEquals("a@example.test", LetterService.address(typed));
      return;
    }
    assertEquals("to", refusal(() -> LetterService.address(typed)).field());
  }

  @Test
  void aBraceThatStandsAloneIsRefusedAtItsField() {
    for (String body :
        List.of(
            "Dear {customer, hello",
            "Dear customer}",
            "Dear {{customer}",
            "{" + "x".repeat(99) + "}")) {
      BusinessException refusal =
          assertThrows(
              BusinessException.class,
              () ->
                  new LetterTemplate(
                      new SaveTemplate("N", "en", "About {case}", body),
                      Ids.next(),
                      Instant.EPOCH));
      assertEquals("template.brace-alone", refusal.key(), body);
      assertEquals("body", refusal.field());
    }
    BusinessException refusal =
        assertThrows(
            BusinessException.class,
            () ->
                new LetterTemplate(
                    new SaveTemplate("N", "en", "About {case", "Dear {customer}"),
                    Ids.next(),
                    Instant.EPOCH));
    assertEquals("subject", refusal.field());
    assertEquals(List.of("{case"), refusal.args());
    assertEquals(Optional.empty(), Placeholder.openIn("{customer} and {case} 👋"));
  }

  @Test
  void anAddressIsTakenAsItIs() {
    assertEquals(
        "anna.berg+slinga@example.test", LetterService.address(" anna.berg+slinga@example.test "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello\r\nBcc: x@example.test", "Hello\nthere", "a\0b", "a\u2028b", "  "})
  void aSubjectCannotEndItsHeader(String typed) {
    assertEquals("subject", refusal(() -> LetterText.subject(typed)).field());
  }

  @Test
  void aSubjectMayHoldAnyLetters() {
    assertEquals("שלום 👋 <b>å</b>", LetterText.subject(" שלום 👋 <b>å</b> "));
  }

  @Test
  void longTextIsRefusedAndNotCut() {
    assertEquals("body", refusal(() -> LetterText.body("x".repeat(100_000))).field());
  }

  @Test
  void lineEndsAreOfOneKind() {
    assertEquals("a\nb\nc", LetterText.body("a\r\nb\rc\n"));
  }

  @Test
  void unknownPlaceholdersAreRefusedAtTheirField() {
    BusinessException refusal =
        refusal(
            () ->
                new LetterTemplate(
                    new SaveTemplate("N", "en", "About {case}", "Dear {custmer}"),
                    UUID.randomUUID(),
                    Instant.EPOCH));
    assertEquals("body", refusal.field());
    assertEquals("custmer", refusal.args().get(0));
  }

  @Test
  void whatIsFilledInIsNotFilledAgain() {
    assertEquals(
        "Dear {case} $1",
        Placeholder.fill(
            "Dear {customer}",
            Map.of(Placeholder.CUSTOMER, "{case} $1", Placeholder.CASE, "SL-2026-000001")));
  }

  @Test
  void placeholdersAreTheSameInAnyCase() {
    assertEquals(Optional.empty(), Placeholder.unknownIn("{Customer} {COMPANY} { case }"));
  }

  @Test
  void whatIsNotKnownIsCalledByItsGeneralWord() {
    LetterDraft draft =
        new LetterWords("sv")
            .draft(
                "{touchpoint}",
                "Hej {customer}",
                new LetterWords.Facts(null, "SL-2026-000001", "Karin", null, null, null));
    assertEquals(new LetterDraft("ditt besök", "Hej kund"), draft);
  }

  @Test
  void aNameWithALineEndDoesNotBreakTheSubject() {
    LetterDraft draft =
        new LetterWords("en")
            .draft(
                "For {customer}",
                "x",
                new LetterWords.Facts("A\r\nBcc: b@example.test", "SL-1", "K", null, null, null));
    assertEquals("For A Bcc: b@example.test", draft.subject());
  }

  @Test
  void templatesAreInOneOfFourLanguages() {
    BusinessException refusal =
        refusal(
            () ->
                new LetterTemplate(
                    new SaveTemplate("N", Locale.FRENCH.getLanguage(), "S", "B"),
                    UUID.randomUUID(),
                    Instant.EPOCH));
    assertEquals("language", refusal.field());
  }

  private static BusinessException refusal(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(BusinessException.class, executable);
  }
}
