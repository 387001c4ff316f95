package cx.slinga.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a program says of an answer, held against the airport's survey. */
class SubmittedResponseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
  private static final SurveyMapping MAPPING =
      SurveyMappingReader.read(AirportFiles.text("sfo-2018.mapping.json"));

  @Test
  void rulesCanAskForLanguageAndChannel() {
    ParsedResponse read = read("sv-SE", " Chat ");
    assertEquals("sv-se", read.language());
    assertEquals(Map.of("channel", "chat"), read.attributes());
  }

  @Test
  void withoutAChannelNothingIsSaidOfOne() {
    assertEquals(Map.of(), read(null, null).attributes());
    assertEquals(Map.of(), read(null, "  ").attributes());
  }

  @Test
  void aChannelThatCannotBeKeptIsRefusedAtItsField() {
    for (String wrong : new String[] {"x".repeat(41), "a\0b"}) {
      BusinessException refused = assertThrows(BusinessException.class, () -> read("en", wrong));
      assertEquals("channel", refused.field());
    }
  }

  @Test
  void nobodyAnswersLaterThanTomorrow() {
    assertEquals(DAY.plusDays(1), read(DAY.plusDays(1), "en", null).answeredOn());
    BusinessException refused =
        assertThrows(BusinessException.class, () -> read(DAY.plusDays(2), "en", null));
    assertEquals("answeredOn", refused.field());
  }

  @Test
  void aRatingOfWhatTheSurveyDoesNotAskIsRefused() {
    SubmitResponse lounge =
        new SubmitResponse(
            "sfo-2018", "a1", DAY, 3, null, "en", null, null, Map.of("the-lounge", 2), null);
    BusinessException refused =
        assertThrows(BusinessException.class, () -> SubmittedResponse.of(lounge, MAPPING, DAY));
    assertEquals("ratings", refused.field());
    assertEquals("touchpoint.not-asked", refused.key());
    assertEquals(List.of("the-lounge"), refused.args());
  }

  private static ParsedResponse read(@Nullable String language, @Nullable String channel) {
    return read(DAY, language, channel);
  }

  private static ParsedResponse read(
      LocalDate answeredOn, @Nullable String language, @Nullable String channel) {
    return SubmittedResponse.of(
        new SubmitResponse(
            "sfo-2018", "a1", answeredOn, 3, "Words", language, channel, null, Map.of(), null),
        MAPPING,
        DAY);
  }
}
