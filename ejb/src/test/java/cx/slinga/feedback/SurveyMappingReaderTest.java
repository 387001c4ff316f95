package cx.slinga.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.shared.BusinessException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyMappingReaderTest {

  private static final String SMALLEST =
      """
      {"id": "I",
       "answeredOn": {"column": "D", "form": "iso"},
       "score": {"column": "S", "from": 0, "to": 10}}
      """;

  @Test
  void idDateAndScoreAreEnough() {
    SurveyMapping mapping = SurveyMappingReader.read(SMALLEST);
    assertEquals(List.of("I", "D", "S"), mapping.neededColumns());
    assertEquals(List.of(), mapping.items());
  }

  @Test
  void theShippedMappingIsRead() {
    SurveyMapping mapping = AirportFiles.mapping("sfo-2018");
    assertEquals("RESPNUM", mapping.id());
    assertEquals(23, mapping.items().size());
    assertEquals(
        List.of("Q15", "Q8", "Q9", "Q10"),
        mapping.comments().stream().map(SurveyMapping.CodedComments::list).toList());
    Map<String, String> touchpoints = mapping.comments().get(1).codeTouchpoints();
    assertEquals("security-check", touchpoints.get("206"));
    assertEquals("wifi", touchpoints.get("11"));
    assertEquals(null, touchpoints.get("208"), "praise belongs to no one");
    assertEquals(List.of("Q18ZIP", "Q20Age", "Q21Gender", "Q22Income"), mapping.neverStore());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id": "I"             | "id": "I", "scor": 1            | unknown-property | scor
          "form": "iso"         | "form": "iso", "zone": "x"      | unknown-property | answeredOn.zone
          "id": "I",            |                                 | missing-property | id
          "from": 0,            |                                 | missing-property | score.from
          "id": "I"             | "id": 5                         | wrong-value      | id
          "id": "I"             | "id": " "                       | wrong-value      | id
          "form": "iso"         | "form": "lunar"                 | wrong-value      | answeredOn.form
          "form": "iso"         | "form": "day-of-month"          | missing-property | answeredOn.year
          "form": "iso"         | "form": "day-of-month", "year": 2018, "month": 13 | wrong-value | answeredOn
          "to": 10              | "to": 0                         | wrong-value      | score
          "to": 10              | "to": 10.5                      | wrong-value      | score.to
          "to": 10              | "to": 10, "missing": "11"       | wrong-value      | score.missing
          "to": 10              | "to": 10, "missing": [11]       | wrong-value      | score.missing[0]
          "id": "I"             | "id": "I", "items": {}          | wrong-value      | items
          "id": "I"             | "id": "I", "neverStore": [""]   | wrong-value      | neverStore[0]
          """)
  void whatIsWrongIsNamed(String text, String replacement, String key, String path) {
    String json = SMALLEST.replace(text, replacement == null ? "" : replacement);
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> SurveyMappingReader.read(json), json);
    assertEquals("import.mapping." + key, refusal.key());
    assertEquals(List.of(path), refusal.args());
  }

  @Test
  void theSameAspectOfATouchpointCannotBeRatedTwice() {
    String item =
        "{\"column\": \"A\", \"touchpoint\": \"t\", \"what\": \"rating\", \"from\": 1, \"to\": 5}";
    String json =
        SMALLEST.replace(
            "\"id\": \"I\"", "\"id\": \"I\", \"items\": [%s, %s, %s]".formatted(item, item, item));
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> SurveyMappingReader.read(json));
    assertEquals(List.of("items[2]"), refusal.args());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": "I"
          not json
          ''
          """)
  void whatIsNoJsonIsRefused(String text) {
    assertEquals(
        "import.mapping.not-json",
        assertThrows(BusinessException.class, () -> SurveyMappingReader.read(text)).key());
  }

  @Test
  void jsonThatIsNoObjectIsRefused() {
    assertEquals(
        "import.mapping.wrong-value",
        assertThrows(BusinessException.class, () -> SurveyMappingReader.read("[]")).key());
  }
}
