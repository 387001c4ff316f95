package cx.slinga.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.csv.CsvLine;
import cx.slinga.csv.CsvRecords;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final String MAPPING =
      """
      {"id": "ID",
       "answeredOn": {"column": "Date", "form": "iso"},
       "score": {"column": "Score", "from": 0, "to": 10, "missing": ["11"]},
       "overall": {"column": "All", "from": 1, "to": 5, "missing": ["0", "BLANK"]},
       "items": [
         {"column": "Wifi", "touchpoint": "wifi", "what": "rating", "from": 1, "to": 5, "missing": ["0", "6", "BLANK"]},
         {"column": "Food", "touchpoint": "restaurants", "what": "rating", "from": 1, "to": 5, "missing": ["0", "6"]},
         {"column": "FoodClean", "touchpoint": "restaurants", "what": "cleanliness", "from": 0, "to": 10}],
       "comments": [
         {"list": "Q8", "columns": ["C1", "C2"], "unknown": "missing",
          "codeTouchpoints": {"wifi": ["11"], "restaurants": ["101", "102"], "art": ["18"]}}],
       "words": {"column": "Words", "missing": ["TRANSLATE"]},
       "problem": {"column": "Problem", "yes": ["1", "Yes"], "no": ["2"]},
       "language": {"column": "Lang", "values": {"1": "en", "2": "es"}},
       "segment": {"column": "Purpose", "values": {"1": "business"}},
       "weight": "Weight",
       "attributes": [{"name": "gate", "column": "Gate"}],
       "neverStore": ["Zip", "Not in this file"]}
      """;

  private static final String HEADER =
      "ID,Date,Score,All,Wifi,Food,FoodClean,C1,C2,Words,Problem,Lang,Purpose,Weight,Gate,Zip";

  @Test
  void aRowBecomesAResponse() {
    ParsedResponse response =
        response("7,2026-05-01,3,4,5,2,9,102,11, So slow ,1,2,1,0.5,A1,94110");
    assertEquals("7", response.externalId());
    assertEquals(LocalDate.of(2026, 5, 1), response.answeredOn());
    assertEquals(3, response.score());
    assertEquals(4, response.overall());
    assertEquals(
        Map.of("wifi", 5, "restaurants", 2, "restaurants:cleanliness", 9), response.ratings());
    assertEquals(
        List.of("Q8:102", "Q8:11"), response.codes().stream().map(CommentCode::key).toList());
    assertEquals(" So slow ", response.words(), "verbatim");
    assertEquals(Boolean.TRUE, response.problem());
    assertEquals("es", response.language());
    assertEquals("business", response.segment());
    assertEquals(0.5, response.weight());
    assertEquals(Map.of("gate", "A1"), response.attributes());
    assertEquals(List.of(), response.warnings());
  }

  @Test
  void whatIsMissingIsAbsentAndNeverANumber() {
    ParsedResponse response = response("7,2026-05-01,11,blank,6,0,,0,,translate,3,0,,,,");
    assertNull(response.score());
    assertNull(response.overall());
    assertEquals(Map.of(), response.ratings());
    assertEquals(List.of(), response.codes());
    assertNull(response.words());
    assertNull(response.problem());
    assertNull(response.language());
    assertNull(response.segment());
    assertNull(response.weight());
    assertEquals(Map.of(), response.attributes());
    assertEquals(List.of(), response.warnings());
    assertNull(response.lowestTouchpoint());
    assertNull(response("7,2026-05-01, ,,,,,,,,,,,,,").score());
  }

  @Test
  void zeroIsAScore() {
    assertEquals(0, response("7,2026-05-01,0,,,,,,,,,,,,,").score());
    assertEquals(9, response("7,2026-05-01,\u00A09.0 ,,,,,,,,,,,,,").score());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "12", "100", "+99"})
  void aScoreBeyondItsScaleRejectsTheRow(String score) {
    RejectedRow row = rejected("7,2026-05-01," + score + ",,,,,,,,,,,,,");
    assertEquals(RejectionReason.OUT_OF_SCALE, row.reason());
    assertEquals(List.of("Score", score, "0", "10"), row.args());
    assertEquals(2, row.line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "9.5", "9-", "-", "1e1", "9999999999", "٣", "=9"})
  void aScoreThatIsNoWholeNumberRejectsTheRow(String score) {
    RejectedRow row = rejected("7,2026-05-01," + score + ",,,,,,,,,,,,,");
    assertEquals(RejectionReason.NOT_A_NUMBER, row.reason());
    assertEquals(List.of("Score", score), row.args());
  }

  @Test
  void aRatingBeyondItsScaleRejectsTheRow() {
    assertEquals(RejectionReason.OUT_OF_SCALE, rejected("7,2026-05-01,3,4,7,2,,,,,,,,,,").reason());
    assertEquals(RejectionReason.NOT_A_NUMBER, rejected("7,2026-05-01,3,4,?,2,,,,,,,,,,").reason());
    assertEquals(RejectionReason.OUT_OF_SCALE, rejected("7,2026-05-01,3,9,1,2,,,,,,,,,,").reason());
  }

  @Test
  void aWeightThatIsNoPositiveNumberRejectsTheRow() {
    for (String weight : List.of("heavy", "0", "-1", "NaN", "Infinity")) {
      RejectedRow row = rejected("7,2026-05-01,3,,,,,,,,,,," + weight + ",,");
      assertEquals(RejectionReason.NOT_A_NUMBER, row.reason(), weight);
    }
  }

  @Test
  void aRowWithoutIdIsRejected() {
    assertEquals(RejectionReason.ID_MISSING, rejected(" ,2026-05-01,3,,,,,,,,,,,,,").reason());
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 2018-05-21, 2018-05-21",
    "iso, 2018-05-21T10:11:12Z, 2018-05-21",
    "iso, 2018-05-21 10:11, 2018-05-21",
    "day-month-year, 21/05/2018, 2018-05-21",
    "day-month-year, 1.5.2018, 2018-05-01",
    "day-month-year, 21-05-2018 23:59, 2018-05-21",
    "month-day-year, 05/21/2018 02:00:00 PM, 2018-05-21",
    "excel-serial, 43241, 2018-05-21",
    "excel-serial, 43241.75, 2018-05-21",
    "day-of-month, 21, 2018-05-21",
    "iso, 2000-01-01, 2000-01-01",
    "iso, 2026-11-22, 2026-11-22"
  })
  void datesAreReadInTheFormOfTheMapping(String form, String value, LocalDate expected) {
    assertEquals(expected, ((ParsedResponse) dated(form, value)).answeredOn());
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 21/05/2018",
    "iso, yesterday",
    "iso, 2018-02-30",
    "iso, 2018-05-21x",
    "day-month-year, 05/21/2018",
    "day-month-year, 21/05/18",
    "excel-serial, May",
    "excel-serial, -5",
    "excel-serial, 9999999",
    "day-of-month, 32",
    "day-of-month, 0",
    "day-of-month, 2018-05-21"
  })
  void whatIsNoDateRejectsTheRow(String form, String value) {
    RejectedRow row = (RejectedRow) dated(form, value);
    assertEquals(RejectionReason.NOT_A_DATE, row.reason());
    assertEquals(List.of("Date", value), row.args());
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 1899-12-31",
    "iso, 1999-12-31",
    "iso, 2026-11-23",
    "iso, 2027-11-20",
    "iso, 9999-12-31",
    "day-month-year, 31/12/1899",
    "month-day-year, 12/31/1899 02:00:00 PM",
    "excel-serial, 1",
    "day-of-month, 12/31/1899 02:00:00 PM"
  })
  void aDateThatCannotBeRightRejectsTheRow(String form, String value) {
    assertEquals(RejectionReason.DATE_IMPLAUSIBLE, ((RejectedRow) dated(form, value)).reason());
  }

  @Test
  void aRowWithoutDateIsRejected() {
    assertEquals(RejectionReason.DATE_MISSING, ((RejectedRow) dated("iso", "")).reason());
  }

  @Test
  void anUnknownCodeIsLeftOutWithAWarning() {
    ParsedResponse response = response("7,2026-05-01,3,,,,,777,11,,,9,x,,,");
    assertEquals(List.of("Q8:11"), response.codes().stream().map(CommentCode::key).toList());
    assertEquals(
        List.of(
            new ReadingWarning("C1", "777"),
            new ReadingWarning("Lang", "9"),
            new ReadingWarning("Purpose", "x")),
        response.warnings());
  }

  @Test
  void anUnknownCodeRejectsTheRowWhereTheMappingSaysSo() {
    RejectedRow row =
        (RejectedRow)
            read(
                    MAPPING.replace("\"unknown\": \"missing\"", "\"unknown\": \"reject\""),
                    HEADER + "\n7,2026-05-01,3,,,,,777,11,,,,,,,\n")
                .get(0);
    assertEquals(RejectionReason.UNKNOWN_CODE, row.reason());
    assertEquals(List.of("C1", "777"), row.args());
  }

  @Test
  void aCodeNamedTwiceCountsOnce() {
    assertEquals(1, response("7,2026-05-01,3,,,,,11,11,,,,,,,").codes().size());
  }

  @Test
  void theHeaderInTheMiddleIsNoAnswer() {
    List<ReadRow> rows =
        read(
            MAPPING,
            HEADER
                + "\n1,2026-05-01,3,,,,,,,,,,,,,\n"
                + HEADER.toLowerCase(Locale.ROOT)
                + "\n2,2026-05-01,3,,,,,,,,,,,,,\n");
    assertEquals(3, rows.size());
    assertEquals(RejectionReason.HEADER_REPEATED, ((RejectedRow) rows.get(1)).reason());
    assertEquals("2", ((ParsedResponse) rows.get(2)).externalId());
  }

  @Test
  void textIsTakenUpToItsLimit() {
    String words = "x".repeat(ResponseReader.MAX_TEXT_CHARS);
    assertEquals(words, response("7,2026-05-01,3,,,,,,," + words + ",,,,,,").words());
    RejectedRow row = rejected("7,2026-05-01,3,,,,,,," + words + "y,,,,,,");
    assertEquals(RejectionReason.TEXT_TOO_LONG, row.reason());
    assertEquals(List.of("Words", "20000"), row.args());
    assertEquals(200, row.excerpt().length());
  }

  @Test
  void formulasAndScriptsAreJustWords() {
    for (String words :
        List.of("=HYPERLINK(1)", "<script>alert(1)</script>", "@SUM(A1)", "{{7*7}}", "'; drop")) {
      assertEquals(words, response("7,2026-05-01,3,,,,,,," + words + ",,,,,,").words());
    }
  }

  @Test
  void whatIsNeverStoredIsNeitherInTheRawFieldsNorInAnExcerpt() {
    ParsedResponse response = response("7,2026-05-01,3,,,,,,,hello,,,,,,94110");
    assertEquals(16, response.raw().size());
    assertEquals("", response.raw().get(15));
    assertEquals("hello", response.raw().get(9));

    List<ReadRow> rows =
        read(
            MAPPING.replace("\"Zip\"", "\"Zip\", \"Words\""),
            HEADER
                + "\n1,2026-05-01,ten,,,,,,,secret,,,,,,94110"
                + "\n2,2026-05-01,3,,,,,,,secret,,,,,,\"94110"
                + "\n3,2026-05-01,3,,,,,,,secret,,,,94110"
                + "\n4,2026-05-01,3,,,,,,,secret\0,,,,,,94110\n");
    assertEquals("1,2026-05-01,ten,,,,,,,,,,,,,", ((RejectedRow) rows.get(0)).excerpt());
    for (ReadRow row : rows) {
      String text = ((RejectedRow) row).toString();
      assertFalse(text.contains("94110") || text.contains("secret"), text);
    }
    assertEquals("2", ((RejectedRow) rows.get(1)).excerpt(), "enough to find the row by");
  }

  @Test
  void malformedLinesAreRejectedRows() {
    List<ReadRow> rows =
        read(
            MAPPING.replace("[\"Zip\", \"Not in this file\"]", "[]"),
            HEADER + "\n1,2\n2,2026-05-01,3,,,,,,,\"open,,,,,,\n3,2026-05-01,3,,,,,,,,,,,,,\n");
    assertEquals(
        new RejectedRow(1, 2, RejectionReason.FIELD_COUNT, List.of("16", "2"), "1,2"), rows.get(0));
    assertEquals(RejectionReason.QUOTE_NEVER_CLOSED, ((RejectedRow) rows.get(1)).reason());
    assertEquals("3", ((ParsedResponse) rows.get(2)).externalId());
  }

  @Test
  void columnsAreFoundWhateverTheirCaseBlanksAndOrder() {
    String header =
        "zip,GATE ,\u00A0weight,Purpose\u00A0,LANG,problem,words,c2,c1,foodclean,food,wifi,all,"
            + "SCORE  ,date,id,more";
    List<ReadRow> rows = read(MAPPING, header + "\n,A,1,1,1,2,hi,,,,,5,,8,2026-05-01,x,y\n");
    ParsedResponse response = (ParsedResponse) rows.get(0);
    assertEquals("x", response.externalId());
    assertEquals(8, response.score());
    assertEquals(Boolean.FALSE, response.problem());
  }

  @Test
  void aFileWithoutNeededColumnsIsRefusedByTheirNames() {
    BusinessException refusal =
        assertThrows(
            BusinessException.class,
            () -> read(MAPPING, HEADER.replace("Score", "Points").replace("C2", "C3") + "\n"));
    assertEquals("import.columns-missing", refusal.key());
    assertEquals(List.of("Score, C2"), refusal.args());
  }

  @Test
  void aNeededColumnThatComesTwiceIsRefused() {
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> read(MAPPING, HEADER + ",score \n"));
    assertEquals("import.columns-twice", refusal.key());
    assertEquals(List.of("Score"), refusal.args());
  }

  @Test
  void theLowestRatingNamesTheTouchpoint() {
    assertEquals("restaurants", response("7,2026-05-01,3,,3,2,,11,,,,,,,,").lowestTouchpoint());
  }

  @Test
  void scalesOfDifferentLengthCompare() {
    // 2 of 1-5 is a quarter up its scale, 2 of 0-10 a fifth
    assertEquals("restaurants", response("7,2026-05-01,3,,2,,2,,,,,,,,,").lowestTouchpoint());
    assertEquals("wifi", response("7,2026-05-01,3,,2,,3,,,,,,,,,").lowestTouchpoint());
  }

  @Test
  void amongEquallyLowRatingsTheCommentDecides() {
    assertEquals("restaurants", response("7,2026-05-01,3,,2,2,,18,102,,,,,,,").lowestTouchpoint());
  }

  @Test
  void amongEquallyLowRatingsWithoutCommentTheMappingsOrderDecides() {
    assertEquals("wifi", response("7,2026-05-01,3,,2,2,,18,,,,,,,,").lowestTouchpoint());
  }

  @Test
  void withoutRatingsTheFirstCommentThatNamesATouchpointDecides() {
    assertEquals("art", response("7,2026-05-01,3,,,,,1,18,,,,,,,").lowestTouchpoint());
  }

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void everyReasonHasWordsInAllLanguages(RejectionReason reason) {
    for (String language : List.of("en", "sv", "da", "no")) {
      String text =
          Messages.text(Locale.forLanguageTag(language), reason.key(), List.of("A", "B", "C", "D"));
      assertFalse(text.equals(reason.key()) || text.contains("{"), language + ": " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import.file-empty",
        "import.not-a-csv",
        "import.not-a-csv.workbook",
        "import.header-unreadable",
        "import.columns-missing",
        "import.columns-twice",
        "import.mapping.not-json",
        "import.mapping.unknown-property",
        "import.mapping.missing-property",
        "import.mapping.wrong-value",
        ReadingWarning.KEY
      })
  void everyRefusalHasWordsInAllLanguages(String key) {
    for (String language : List.of("en", "sv", "da", "no")) {
      String text = Messages.text(Locale.forLanguageTag(language), key, List.of("A", "B"));
      assertFalse(text.equals(key) || text.contains("{"), language + ": " + text);
    }
  }

  @Test
  void longTextsInReasonsAreShortened() {
    RejectedRow row = rejected("7,2026-05-01," + "z".repeat(500) + ",,,,,,,,,,,,,");
    assertTrue(row.args().get(1).length() <= 40);
  }

  private static ParsedResponse response(String row) {
    return (ParsedResponse) read(MAPPING, HEADER + "\n" + row + "\n").get(0);
  }

  private static RejectedRow rejected(String row) {
    return (RejectedRow) read(MAPPING, HEADER + "\n" + row + "\n").get(0);
  }

  private static ReadRow dated(String form, String value) {
    String more = form.equals("day-of-month") ? ", \"year\": 2018, \"month\": 5" : "";
    return read(
            MAPPING.replace("\"form\": \"iso\"", "\"form\": \"" + form + "\"" + more),
            HEADER + "\n7," + value + ",3,,,,,,,,,,,,,\n")
        .get(0);
  }

  private static List<ReadRow> read(String mapping, String file) {
    CsvRecords records =
        new CsvRecords(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    ResponseReader reader =
        new ResponseReader(
            SurveyMappingReader.read(mapping),
            records.header(),
            records.separator(),
            CodeList.read(AirportFiles.open("sfo-comment-codes.tsv")),
            TODAY);
    List<ReadRow> rows = new ArrayList<>();
    for (CsvLine line = records.next(); line != null; line = records.next()) {
      rows.add(reader.read(line));
    }
    return rows;
  }
}
