package cx.slinga.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Instant NOW = Instant.parse("2018-06-01T08:24:00Z");
  private static final Instant DUE = Instant.parse("2018-06-08T12:37:00Z");

  private static Words in(String language) {
    return new Words(Clock.fixed(NOW, ZoneOffset.UTC), () -> Locale.forLanguageTag(language));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Fri 8 June 14:37, Friday 8 June 2018, '2,650', 13.6",
    "sv, fre 8 juni 14:37, fredag 8 juni 2018, '2\u00a0650', '13,6'",
    "da, fre. 8. juni 14.37, fredag 8. juni 2018, '2.650', '13,6'",
    "no, fre. 8. juni 14:37, fredag 8. juni 2018, '2\u00a0650', '13,6'"
  })
  void datesAndFiguresReadAsAtHome(
      String language, String dateTime, String full, String number, String share) {
    Words words = in(language);
    assertEquals(dateTime, words.dateTime(DUE));
    assertEquals(full, words.fullDate(DUE));
    assertEquals(number, words.number(2650));
    assertEquals(share + "\u00a0%", words.percent(0.136, 1));
  }

  @Test
  void theYearIsToldWhenItIsNotThisOne() {
    assertEquals("Tue 16 May 2017", in("en").date(LocalDate.of(2017, 5, 16)));
    assertEquals("16 May 2017 12:00", in("en").dateTime(Instant.parse("2017-05-16T10:00:00Z")));
  }

  @Test
  void todayIsCalledToday() {
    assertEquals("today 08:02", in("en").dateTime(Instant.parse("2018-06-01T06:02:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "PT12M, 12 min, 12 min, 12 min, 12 min",
    "PT6H5M, 6 h 05 min, 6 tim 05 min, 6 t 05 min, 6 t 05 min",
    "P4DT4H37M, 4 d 4 h, 4 d 4 tim, 4 d 4 t, 4 d 4 t",
    "P4D, 4 d, 4 d, 4 d, 4 d",
    "P11DT7H, 11 d, 11 d, 11 d, 11 d",
    "PT-1H-36M, 1 h 36 min, 1 tim 36 min, 1 t 36 min, 1 t 36 min"
  })
  void durationsHaveTwoUnitsAtMost(Duration span, String en, String sv, String da, String no) {
    assertEquals(en, in("en").duration(span));
    assertEquals(sv, in("sv").duration(span));
    assertEquals(da, in("da").duration(span));
    assertEquals(no, in("no").duration(span));
  }

  @Test
  void aClockThatRanOutIsLateAndStrong() {
    Instant due = NOW.minus(Duration.ofHours(97));
    assertEquals("Late 4 d 1 h", in("en").clock(due, null, false));
    assertEquals("Försenad 4 d 1 tim", in("sv").clock(due, null, false));
    assertEquals("late", in("en").clockClass(due, null, false));
    assertEquals(true, in("en").clockStrong(due, null, false));
  }

  @Test
  void aClockThatRunsOutTodayIsSoonAndOneOfTomorrowIsQuiet() {
    Instant tonight = Instant.parse("2018-06-01T21:59:00Z");
    Instant midnight = Instant.parse("2018-06-01T22:00:00Z");
    assertEquals("soon", in("en").clockClass(tonight, null, null));
    assertEquals("", in("en").clockClass(midnight, null, null));
    assertEquals("13 h 36 min", in("en").clock(midnight, null, null));
  }

  @Test
  void aPausedClockIsNotLate() {
    assertEquals("Paused", in("en").clock(NOW.minusSeconds(60), null, true));
  }

  @Test
  void doneInTimeStaysInTimeAndDoneLateSaysByHowMuch() {
    assertEquals("In time", in("en").clock(DUE, DUE, false));
    assertEquals("5 h 43 min late", in("en").clock(DUE, DUE.plus(Duration.ofMinutes(343)), false));
    assertEquals(
        "was late by 5 h 43 min", in("en").clock(DUE, DUE.plus(Duration.ofMinutes(343)), true));
  }

  @Test
  void nothingIsADashAndNeverAZero() {
    Words words = in("en");
    assertEquals("–", words.number(null));
    assertEquals("–", words.date(null));
    assertEquals("–", words.duration(null));
    assertEquals("–", words.clock(null, null, null));
  }

  @Test
  void differencesCarryARealMinus() {
    assertEquals("−4.5", in("en").signed(-4.5, 1));
    assertEquals("+2,1", in("sv").signed(2.1, 1));
    assertEquals("0.0", in("en").signed(-0.04, 1));
  }

  @Test
  void anIntervalBelowZeroIsSpelledOut() {
    assertEquals("28.2–33.8", in("en").range(28.2, 33.8, 1));
    assertEquals("−2.0 to 1.0", in("en").range(-2, 1, 1));
  }

  @Test
  void aPlaceOnALineStaysInsideItsEnds() {
    assertEquals("50.0%", in("sv").place(30, 20, 40));
    assertEquals("0.0%", in("sv").place(10, 20, 40));
    assertEquals("100.0%", in("sv").place(50, 20, 40));
    assertThrows(IllegalArgumentException.class, () -> in("sv").place(1, 2, 2));
  }

  @ParameterizedTest
  @CsvSource({"0, det", "6, det", "7, pas", "8, pas", "9, pro", "10, pro"})
  void scoresAreColouredAsTheNetPromoterScoreCountsThem(int score, String css) {
    assertEquals(css, in("en").scoreClass(score));
  }

  @ParameterizedTest
  @CsvSource({"Karin, Ka", "Karin Ekström, KE", "Kaj Holmberg, KH", "åsa von ek, ÅE", "'', ?"})
  void initialsAreTwoLetters(String name, String initials) {
    assertEquals(initials, in("en").initials(name));
  }

  @Test
  void whoSharesInitialsHasAnotherColour() {
    assertEquals(in("en").initials("Kaj Holmberg"), in("en").initials("Kjell Haugen"));
    assertNotEquals(in("en").avatarClass("Kaj Holmberg"), in("en").avatarClass("Kjell Haugen"));
  }
}
