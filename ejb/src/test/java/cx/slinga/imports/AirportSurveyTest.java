package cx.slinga.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.csv.CsvLine;
import cx.slinga.csv.CsvRecords;
import cx.slinga.feedback.AirportFiles;
import cx.slinga.feedback.CodeList;
import cx.slinga.feedback.CommentCode;
import cx.slinga.feedback.ParsedResponse;
import cx.slinga.feedback.ReadRow;
import cx.slinga.feedback.RejectedRow;
import cx.slinga.feedback.ResponseReader;
import cx.slinga.feedback.SurveyMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The real surveys that ship as demonstration, read by the mappings that ship with them. */
class AirportSurveyTest {

  private static final Set<String> TOUCHPOINTS =
      Set.of(
          "art",
          "restaurants",
          "shops",
          "signs-inside",
          "walkways",
          "screens",
          "information-arrivals",
          "information-departures",
          "wifi",
          "signs-roads",
          "parking",
          "airtrain",
          "long-term-parking",
          "rental-cars",
          "boarding-areas",
          "restrooms",
          "cleanliness",
          "safety",
          "finding-the-way",
          "security-check");

  private static final List<ReadRow> OF_2018 = read("sfo-2018");
  private static final List<ReadRow> OF_2017 = read("sfo-2017");

  @Test
  void everyRowOf2018IsTakenIn() {
    assertEquals(2_809, responses(OF_2018).size());
    assertEquals(List.of(), rejected(OF_2018));
    assertEquals(2_809, ids(OF_2018).size());
  }

  @Test
  void scoresOf2018GiveThePublishedFigure() {
    List<Integer> scores =
        responses(OF_2018).stream().map(ParsedResponse::score).filter(s -> s != null).toList();
    long promoters = scores.stream().filter(score -> score >= 9).count();
    long detractors = scores.stream().filter(score -> score <= 6).count();

    assertEquals(2_650, scores.size());
    assertEquals(1_268, promoters);
    assertEquals(935, scores.size() - promoters - detractors);
    assertEquals(447, detractors);
    assertEquals(30.9811320755, 100.0 * (promoters - detractors) / scores.size(), 0.000_000_000_1);
  }

  @Test
  void overallSatisfactionOf2018GivesThePublishedFigures() {
    List<Integer> overall =
        responses(OF_2018).stream().map(ParsedResponse::overall).filter(v -> v != null).toList();
    assertEquals(2_625, overall.size());
    assertEquals(
        4.002_666_666_7,
        overall.stream().mapToInt(Integer::intValue).average().orElseThrow(),
        0.000_000_000_1);
  }

  @Test
  void everyDetractorOf2018IsCountedAtATouchpointOrWithoutOne() {
    Map<String, Integer> counted = new TreeMap<>();
    for (ParsedResponse response : detractors()) {
      String touchpoint = response.lowestTouchpoint();
      counted.merge(touchpoint == null ? "none" : touchpoint, 1, Integer::sum);
    }
    assertEquals(447, counted.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        Map.ofEntries(
            Map.entry("security-check", 109),
            Map.entry("restaurants", 62),
            Map.entry("restrooms", 44),
            Map.entry("wifi", 44),
            Map.entry("signs-inside", 37),
            Map.entry("finding-the-way", 26),
            Map.entry("shops", 16),
            Map.entry("safety", 13),
            Map.entry("signs-roads", 13),
            Map.entry("art", 12),
            Map.entry("boarding-areas", 12),
            Map.entry("airtrain", 9),
            Map.entry("walkways", 9),
            Map.entry("parking", 8),
            Map.entry("rental-cars", 8),
            Map.entry("screens", 8),
            Map.entry("information-departures", 7),
            Map.entry("cleanliness", 5),
            Map.entry("long-term-parking", 3),
            Map.entry("information-arrivals", 2)),
        counted);
  }

  @Test
  void aDetractorsTouchpointHasTheLowestOfTheRatings() {
    int compared = 0;
    for (ParsedResponse response : detractors()) {
      if (response.ratings().isEmpty()) {
        continue;
      }
      int lowest = response.ratings().values().stream().mapToInt(Integer::intValue).min().orElse(0);
      String touchpoint = response.lowestTouchpoint();
      assertTrue(
          response.ratings().entrySet().stream()
              .anyMatch(
                  rating ->
                      rating.getKey().split(":")[0].equals(touchpoint)
                          && rating.getValue() == lowest),
          response.toString());
      compared++;
    }
    assertTrue(compared > 400);
  }

  @Test
  void touchpointsAreThoseOfTheJourney() {
    for (String survey : List.of("sfo-2018", "sfo-2017")) {
      SurveyMapping mapping = AirportFiles.mapping(survey);
      Set<String> rated = new HashSet<>();
      mapping.items().forEach(item -> rated.add(item.touchpoint()));
      assertEquals(TOUCHPOINTS, rated, survey);
      mapping
          .comments()
          .forEach(
              list ->
                  assertTrue(
                      TOUCHPOINTS.containsAll(list.codeTouchpoints().values()), list.toString()));
    }
  }

  @Test
  void ratingsOfATouchpointRatedTwiceAreKeptApart() {
    ParsedResponse response = byId("1844");
    assertEquals(4, response.ratings().get("airtrain"));
    assertEquals(4, response.ratings().get("airtrain:cleanliness"));
    assertEquals(2, response.ratings().get("rental-cars"));
    assertEquals(3, response.ratings().get("rental-cars:cleanliness"));
    assertEquals(3, response.ratings().get("restaurants"));
    assertNull(response.ratings().get("restaurants:cleanliness"), "6 is never used");
  }

  @Test
  void anAnswerIsReadWhole() {
    ParsedResponse response = byId("1844");
    assertEquals(3, response.line());
    assertEquals(2, response.ordinal());
    assertEquals(LocalDate.of(2018, 5, 21), response.answeredOn());
    assertEquals(7, response.score());
    assertEquals("wifi", response.lowestTouchpoint());
    assertEquals(4, response.overall());
    assertEquals("en", response.language());
    assertEquals("leisure", response.segment());
    assertEquals(0.6704842, response.weight());
    assertEquals(Boolean.FALSE, response.problem());
    assertEquals(
        Map.of(
            "airline", "TURKISH AIRLINES",
            "destination", "ISTANBUL",
            "flight", "80",
            "gate", "102",
            "boardingArea", "G",
            "timesFlown", "1"),
        response.attributes());
    assertEquals(93, response.raw().size());
  }

  @Test
  void commentCodesAreDecoded() {
    Set<String> keys = new HashSet<>();
    for (ParsedResponse response : responses(OF_2018)) {
      for (CommentCode code : response.codes()) {
        keys.add(code.key());
        assertFalse(code.label().isBlank());
        assertFalse(code.code().equals("0"));
      }
    }
    assertTrue(keys.containsAll(Set.of("Q8:102", "Q9:5", "Q10:12", "Q15:32")));
  }

  @Test
  void wordsOfPassengersAreVerbatimAndNotesOfTranslatorsAreNone() {
    List<String> words =
        responses(OF_2018).stream().map(ParsedResponse::words).filter(w -> w != null).toList();
    assertEquals(2_809 - 2_455 - 7, words.size());
    assertTrue(words.contains("LONG SECURITY LINES"));
    assertTrue(words.stream().noneMatch(w -> w.contains("TRANSLATE") && w.length() < 14));
  }

  @Test
  void everyRowOf2017IsTakenInByItsOwnMapping() {
    assertEquals(2_831, responses(OF_2017).size());
    assertEquals(List.of(), rejected(OF_2017));
    assertEquals(2_831, ids(OF_2017).size());
    List<Integer> scores =
        responses(OF_2017).stream().map(ParsedResponse::score).filter(s -> s != null).toList();
    assertEquals(2_746, scores.size());
    assertTrue(responses(OF_2017).stream().allMatch(r -> r.answeredOn().getYear() == 2017));
  }

  @Test
  void whatIsPersonalIsNotShipped() {
    for (String survey : List.of("sfo-2018", "sfo-2017")) {
      try (CsvRecords records = new CsvRecords(AirportFiles.open(survey + ".csv"))) {
        for (String column : records.header()) {
          assertFalse(column.matches("(?i).*(zip|age|gender|income)\\s*"), column);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<ParsedResponse> detractors() {
    return responses(OF_2018).stream()
        .filter(response -> response.score() != null && response.score() <= 6)
        .toList();
  }

  private static ParsedResponse byId(String id) {
    return responses(OF_2018).stream()
        .filter(response -> response.externalId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<ParsedResponse> responses(List<ReadRow> rows) {
    return rows.stream()
        .filter(ParsedResponse.class::isInstance)
        .map(ParsedResponse.class::cast)
        .toList();
  }

  private static List<ReadRow> rejected(List<ReadRow> rows) {
    return rows.stream().filter(RejectedRow.class::isInstance).toList();
  }

  private static Set<String> ids(List<ReadRow> rows) {
    Set<String> ids = new HashSet<>();
    responses(rows).forEach(response -> ids.add(response.externalId()));
    return ids;
  }

  private static List<ReadRow> read(String survey) {
    try (CsvRecords records = new CsvRecords(AirportFiles.open(survey + ".csv"))) {
      ResponseReader reader =
          new ResponseReader(
              AirportFiles.mapping(survey),
              records.header(),
              records.separator(),
              CodeList.read(AirportFiles.open("sfo-comment-codes.tsv")),
              LocalDate.of(2026, 11, 21));
      List<ReadRow> rows = new ArrayList<>();
      for (CsvLine line = records.next(); line != null; line = records.next()) {
        rows.add(reader.read(line));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
