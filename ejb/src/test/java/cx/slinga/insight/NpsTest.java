package cx.slinga.insight;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NpsTest {
  private static final JsonObject REFERENCE = reference();

  @Test
  void reproducesTheScoreOfTheAirport() {
    JsonObject airport = REFERENCE.getJsonObject("sfo2018").getJsonObject("NPS");
    Nps nps =
        new Nps(
            airport.getInt("promoters"), airport.getInt("passives"), airport.getInt("detractors"));
    assertAll(
        () -> assertEquals(2650, nps.n()),
        () -> assertEquals(number(airport, "nps"), nps.value(), 1e-12),
        () -> assertEquals(number(airport, "var"), nps.variance(), 1e-12),
        () -> assertEquals(number(airport, "se"), nps.standardError(), 1e-12),
        () -> assertEquals(at(airport, "wald95", 0), nps.interval().low(), 1e-9),
        () -> assertEquals(at(airport, "wald95", 1), nps.interval().high(), 1e-9),
        () -> assertEquals(at(airport, "adjusted_wald95", 0), nps.adjustedInterval().low(), 1e-9),
        () -> assertEquals(at(airport, "adjusted_wald95", 1), nps.adjustedInterval().high(), 1e-9));
  }

  @Test
  void reproducesThePublishedScoresVariancesAndErrors() {
    JsonObject published = REFERENCE.getJsonObject("R_package_NPS_tests");
    published
        .getJsonArray("nps")
        .forEach(pair -> assertEquals(100 * result(pair), counts(pair).value(), 1e-9));
    published
        .getJsonArray("var")
        .forEach(pair -> assertEquals(result(pair), counts(pair).variance(), 1e-9));
    published
        .getJsonArray("se")
        .forEach(pair -> assertEquals(100 * result(pair), counts(pair).standardError(), 0.05));
  }

  @Test
  void adjustedIntervalIsCentredOnTheScoreWithThreeMoreAnswers() {
    Interval hundred = new Nps(50, 30, 20).adjustedInterval();
    assertEquals(14.05, hundred.low(), 0.01);
    assertEquals(44.20, hundred.high(), 0.01);
    assertEquals(29.13, (hundred.low() + hundred.high()) / 2, 0.01);
    Interval ten = new Nps(5, 3, 2).adjustedInterval();
    assertEquals(-19.05, ten.low(), 0.01);
    assertEquals(65.21, ten.high(), 0.01);
  }

  @Test
  void noIntervalGoesBeyondAHundred() {
    assertEquals(100, new Nps(3, 0, 0).adjustedInterval().high());
    assertEquals(-100, new Nps(0, 0, 3).adjustedInterval().low());
    assertEquals(100, new Nps(8, 1, 0).interval().high());
  }

  @Test
  void unanimousAnswersStillLeaveDoubt() {
    assertEquals(0, new Nps(20, 0, 0).standardError());
    assertTrue(new Nps(20, 0, 0).adjustedInterval().low() < 100);
  }

  @Test
  void nobodyAnsweredIsNoNumberButNoError() {
    Nps none = new Nps(0, 0, 0);
    assertTrue(none.tooFew());
    assertEquals(0, none.value());
    assertEquals(new Interval(-100, 100), none.interval());
    assertTrue(Double.isFinite(none.adjustedInterval().low()));
  }

  @Test
  void nineAnswersAreTooFewAndTenAreEnough() {
    assertTrue(new Nps(5, 2, 2).tooFew());
    assertFalse(new Nps(5, 3, 2).tooFew());
  }

  @Test
  void scoresFallIntoTheThreeGroups() {
    Nps nps = new Nps(0, 0, 0);
    for (int score = 0; score <= 10; score++) {
      nps = nps.plus(score, 1);
    }
    assertEquals(new Nps(2, 2, 7), nps);
  }

  @Test
  void saysHowManyAnswersAMarginTakes() {
    Nps spread = new Nps(50, 30, 20);
    assertEquals(235, spread.neededFor(10));
    assertEquals(938, spread.neededFor(5));
    assertEquals(2604, spread.neededFor(3));
  }

  @Test
  void lessThanNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Nps(1, -1, 0));
  }

  @Test
  void equalWeightsChangeNothing() {
    Weights weights = new Weights(50 * 2.0, 30 * 2.0, 20 * 2.0, 100 * 4.0);
    assertEquals(30, weights.nps(), 1e-12);
    assertEquals(100, weights.effectiveN(), 1e-12);
    assertEquals(0, new Weights(0, 0, 0, 0).effectiveN());
  }

  private static JsonObject reference() {
    try (var reader =
        Json.createReader(
            Objects.requireNonNull(
                NpsTest.class.getResourceAsStream("/reference/reference_values.json")))) {
      return reader.readObject();
    }
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  private static double at(JsonObject object, String name, int index) {
    return object.getJsonArray(name).getJsonNumber(index).doubleValue();
  }

  private static double result(Object pair) {
    return ((JsonNumber) ((JsonArray) pair).get(1)).doubleValue();
  }

  /** The reference counts detractors, passives, promoters. */
  private static Nps counts(Object pair) {
    JsonArray counts = ((JsonArray) pair).getJsonArray(0);
    return new Nps(counts.getInt(2), counts.getInt(1), counts.getInt(0));
  }
}
