package cx.slinga.api.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cx.slinga.cases.ContactOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
  private final ObjectMapper json = new JsonFormat().getContext(Object.class);

  record Written(Instant at, LocalDate day, @Nullable String none, Map<String, Long> counts) {}

  record Read(
      @Nullable ContactOutcome outcome,
      @Nullable Long version,
      @Nullable String note,
      @Nullable LocalDate deadline) {}

  @Test
  void datesAreIsoAndNullsAreLeftOut() throws JsonProcessingException {
    assertEquals(
        "{\"at\":\"2026-11-21T21:30:00.120Z\",\"day\":\"2026-11-21\",\"counts\":{\"a\":1}}",
        json.writeValueAsString(
            new Written(
                Instant.parse("2026-11-21T21:30:00.12Z"),
                LocalDate.of(2026, 11, 21),
                null,
                Map.of("a", 1L))));
  }

  @Test
  void emptyListsStay() throws JsonProcessingException {
    assertEquals("{\"items\":[]}", json.writeValueAsString(Paging.whole(List.of())));
  }

  @Test
  void constantsAreReadInAnyCase() throws JsonProcessingException {
    assertEquals(
        ContactOutcome.NO_ANSWER,
        json.readValue("{\"outcome\":\"no_answer\"}", Read.class).outcome());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"outcom\":\"REACHED\"}",
        "{\"outcome\":\"SHOUTED\"}",
        "{\"outcome\":0}",
        "{\"outcome\":\"\"}",
        "{\"version\":\"3\"}",
        "{\"version\":3.5}",
        "{\"version\":1,\"version\":2}",
        "{\"note\":\"a\\u0000b\"}",
        "{\"deadline\":20500}",
        "{\"deadline\":\"2026-02-30\"}",
        "{\"deadline\":\"31.01.2027\"}",
        "{\"deadline\":\"\"}",
        "{} trailing",
        "[]",
        "{\"note\":",
        "\"text\""
      })
  void whatIsNotMeantIsRefused(String body) {
    assertThrows(JsonProcessingException.class, () -> json.readValue(body, Read.class));
  }
}
