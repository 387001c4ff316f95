package cx.slinga.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkingCalendarTest {

  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final WorkingCalendar SWEDEN = WorkingCalendars.of(CalendarKey.SWEDEN);

  @Test
  void publishedExampleOfFortyEightHoursIsDueOnTheFifteenth() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            STOCKHOLM,
            everyDay(TimeBlock.of("09:00", "21:00")),
            PublicHolidays.ofDays(
                Map.of(LocalDate.of(2026, 3, 11), "ONE", LocalDate.of(2026, 3, 13), "OTHER")));

    assertEquals(
        at("2026-03-15T21:00"), calendar.add(at("2026-03-09T23:00"), Duration.ofHours(48)));
  }

  @Test
  void startWithinOpeningHoursCountsFromThere() {
    assertEquals(at("2026-11-18T14:30"), SWEDEN.add(at("2026-11-18T10:30"), Duration.ofHours(4)));
  }

  @Test
  void workThatDoesNotFitGoesOnTheNextMorning() {
    assertEquals(at("2026-11-19T10:00"), SWEDEN.add(at("2026-11-18T15:00"), Duration.ofHours(4)));
  }

  @Test
  void workThatEndsWithTheDayIsDueThatEveningNotTheNextMorning() {
    assertEquals(at("2026-11-18T17:00"), SWEDEN.add(at("2026-11-18T15:00"), Duration.ofHours(2)));
  }

  @Test
  void weekendIsSkipped() {
    assertEquals(at("2026-11-23T09:00"), SWEDEN.add(at("2026-11-20T16:00"), Duration.ofHours(2)));
    assertEquals(at("2026-11-23T09:00"), SWEDEN.add(at("2026-11-21T12:00"), Duration.ofHours(1)));
  }

  @Test
  void startOnAHolidayCountsFromTheNextOpening() {
    // 1 May 2026 is a Friday
    assertEquals(at("2026-05-04T12:00"), SWEDEN.add(at("2026-05-01T11:00"), Duration.ofHours(4)));
  }

  @Test
  void newYearIsCrossedWithItsHolidays() {
    // 31 December is a holiday eve, 1 January a holiday, 2-3 a weekend in 2027, 6 Epiphany
    assertEquals(at("2027-01-04T10:00"), SWEDEN.add(at("2026-12-30T16:00"), Duration.ofHours(3)));
    assertEquals(
        at("2027-01-07T17:00"), SWEDEN.add(at("2026-12-30T17:00"), Duration.ofHours(3 * 9)));
  }

  @Test
  void severalBlocksADayLeaveOutTheBreaks() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            STOCKHOLM,
            everyDay(
                TimeBlock.of("18:00", "20:00"),
                TimeBlock.of("08:00", "12:00"),
                TimeBlock.of("13:00", "17:00")),
            PublicHolidays.none());

    assertEquals(at("2026-11-18T14:00"), calendar.add(at("2026-11-18T11:00"), hours(2)));
    assertEquals(at("2026-11-18T12:00"), calendar.add(at("2026-11-18T11:00"), hours(1)));
    assertEquals(at("2026-11-18T19:00"), calendar.add(at("2026-11-18T12:30"), hours(5)));
    assertEquals(hours(10), calendar.standardDay());
    assertEquals(hours(3), calendar.between(at("2026-11-18T11:00"), at("2026-11-18T15:00")));
    assertFalse(calendar.isOpen(at("2026-11-18T12:30")));
  }

  @Test
  void nothingToWorkIsDueAtOnceEvenAtNight() {
    assertEquals(at("2026-11-21T03:00"), SWEDEN.add(at("2026-11-21T03:00"), Duration.ZERO));
  }

  @Test
  void secondsAndNanosecondsAreKept() {
    Instant start = at("2026-11-18T16:59").plusSeconds(58).plusNanos(1);
    assertEquals(at("2026-11-19T08:00").plusNanos(2), SWEDEN.add(start, seconds(2).plusNanos(1)));
    assertEquals(at("2026-11-18T17:00"), SWEDEN.add(start, seconds(2).minusNanos(1)));
  }

  @Test
  void negativeWorkingTimeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SWEDEN.add(at("2026-11-18T10:00"), Duration.ofSeconds(-1)));
  }

  @Test
  void endlessWorkingTimeIsRefusedInsteadOfCountingForEver() {
    Instant start = at("2026-11-18T10:00");
    assertThrows(IllegalArgumentException.class, () -> SWEDEN.add(start, Duration.ofDays(80_000)));
    assertThrows(
        IllegalArgumentException.class,
        () -> SWEDEN.add(start, Duration.ofSeconds(Long.MAX_VALUE)));
    assertThrows(IllegalArgumentException.class, () -> SWEDEN.isOpen(Instant.MAX));
    assertThrows(IllegalArgumentException.class, () -> SWEDEN.isOpen(Instant.MIN));
  }

  @Test
  void workingTimeOfAMonthIsCounted() {
    // May 2026: 21 weekdays, less 1 May and Ascension Day (14 May)
    assertEquals(hours(19 * 9), SWEDEN.between(at("2026-05-01T00:00"), at("2026-06-01T00:00")));
    assertEquals(hours(-19 * 9), SWEDEN.between(at("2026-06-01T00:00"), at("2026-05-01T00:00")));
  }

  @Test
  void theClosingMomentIsNoLongerOpen() {
    assertTrue(SWEDEN.isOpen(at("2026-11-18T08:00")));
    assertTrue(SWEDEN.isOpen(at("2026-11-18T17:00").minusNanos(1)));
    assertFalse(SWEDEN.isOpen(at("2026-11-18T17:00")));
    assertFalse(SWEDEN.isOpen(at("2026-11-18T08:00").minusNanos(1)));
    assertFalse(SWEDEN.isOpen(at("2026-11-21T12:00")));
  }

  @Test
  void officeHoursAreTheSameOnTheWallClockBeforeAndAfterAChangeOfSummerTime() {
    // summer time begins 29 March and ends 25 October 2026, both at the weekend
    Instant spring = SWEDEN.add(at("2026-03-27T16:00"), hours(2));
    assertEquals(at("2026-03-30T09:00"), spring);
    assertEquals(Instant.parse("2026-03-30T07:00:00Z"), spring);
    Instant autumn = SWEDEN.add(at("2026-10-23T16:00"), hours(2));
    assertEquals(at("2026-10-26T09:00"), autumn);
    assertEquals(Instant.parse("2026-10-26T08:00:00Z"), autumn);
  }

  @Test
  void aDayWithoutClosingIsAnHourShorterInSpringAndLongerInAutumn() {
    WorkingCalendar calendar = WorkingCalendars.of(CalendarKey.ALWAYS_OPEN, STOCKHOLM);
    assertEquals(hours(23), calendar.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")));
    assertEquals(hours(25), calendar.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")));
    assertEquals(at("2026-03-29T04:00"), calendar.add(at("2026-03-29T01:00"), hours(2)));
    // 01:00 and two hours later the clock shows 02:00 for the second time
    assertEquals(
        Instant.parse("2026-10-25T01:00:00Z"), calendar.add(at("2026-10-25T01:00"), hours(2)));
  }

  @Test
  void aBlockThatBeginsInTheSkippedHourBeginsWithTheChange() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            STOCKHOLM,
            everyDay(TimeBlock.of("00:00", "02:30"), TimeBlock.of("02:30", "04:00")),
            PublicHolidays.none());
    assertEquals(hours(3), calendar.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")));
    assertEquals(hours(4), calendar.between(at("2026-03-30T00:00"), at("2026-03-31T00:00")));
    assertEquals(hours(5), calendar.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")));
  }

  @Test
  void aBlockThatTheChangeSkipsAltogetherDoesNotExistThatDay() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            STOCKHOLM, everyDay(TimeBlock.of("02:00", "03:00")), PublicHolidays.none());
    assertEquals(at("2026-03-30T03:00"), calendar.add(at("2026-03-28T03:00"), hours(1)));
  }

  @Test
  void swedenRestsOnItsNationalDayAndOnMidsummerEve() {
    assertEquals(
        List.of(
            new ClosedDay(LocalDate.of(2025, 6, 6), "NATIONAL_DAY"),
            new ClosedDay(LocalDate.of(2025, 6, 20), "MIDSUMMER_EVE")),
        SWEDEN.closedDays(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)));
    assertEquals(at("2025-06-09T08:30"), SWEDEN.add(at("2025-06-05T16:30"), hours(1)));
  }

  @Test
  void norwayRestsOnTheSeventeenthOfMay() {
    WorkingCalendar norway = WorkingCalendars.of(CalendarKey.NORWAY);
    assertEquals(
        List.of(new ClosedDay(LocalDate.of(2027, 5, 17), "CONSTITUTION_DAY")),
        norway.closedDays(LocalDate.of(2027, 5, 8), LocalDate.of(2027, 5, 31)),
        "one day, although in 2027 it is Whit Monday too");
    assertEquals(
        List.of(
            new ClosedDay(LocalDate.of(2028, 5, 1), "LABOUR_DAY"),
            new ClosedDay(LocalDate.of(2028, 5, 17), "CONSTITUTION_DAY"),
            new ClosedDay(LocalDate.of(2028, 5, 25), "ASCENSION_DAY")),
        norway.closedDays(LocalDate.of(2028, 5, 1), LocalDate.of(2028, 5, 31)));
    assertFalse(norway.isOpen(at("2028-05-17T10:00")));
    assertTrue(SWEDEN.isOpen(at("2028-05-17T10:00")));
  }

  @Test
  void denmarkWorksOnTheGreatPrayerDaySinceItWasAbolished() {
    WorkingCalendar denmark = WorkingCalendars.of(CalendarKey.DENMARK);
    assertFalse(denmark.isOpen(at("2023-05-05T10:00")));
    assertTrue(denmark.isOpen(at("2024-04-26T10:00")));
    assertTrue(denmark.isOpen(at("2026-05-01T10:00")));
    assertFalse(denmark.isOpen(at("2026-04-02T10:00")), "Maundy Thursday");
  }

  @Test
  void weekendsAreNoReasonToNameAHoliday() {
    // 6 June 2026 is a Saturday, as is 26 December
    assertEquals(List.of(), SWEDEN.closedDays(LocalDate.of(2026, 6, 6), LocalDate.of(2026, 6, 6)));
    assertEquals(
        List.of("CHRISTMAS_EVE", "CHRISTMAS", "NEW_YEARS_EVE", "NEW_YEAR", "EPIPHANY"),
        SWEDEN.closedDays(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 7)).stream()
            .map(ClosedDay::holiday)
            .toList());
  }

  @Test
  void holidaysAreFoundOnAThreadThatDoesNotBelongToTheApplication() throws Exception {
    PublicHolidays holidays = PublicHolidays.ofCountry("SE");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertEquals("NATIONAL_DAY", holidays.of(2031).get(LocalDate.of(2031, 6, 6)));
      assertEquals(ClassLoader.getPlatformClassLoader(), thread.getContextClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aWeekThatIsNeverOpenIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new WorkingCalendar(STOCKHOLM, Map.of(MONDAY, List.of()), PublicHolidays.none()));
  }

  @Test
  void overlappingBlocksAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new WorkingCalendar(
                STOCKHOLM,
                everyDay(TimeBlock.of("08:00", "12:00"), TimeBlock.of("11:59", "17:00")),
                PublicHolidays.none()));
    assertThrows(IllegalArgumentException.class, () -> TimeBlock.of("12:00", "12:00"));
    assertThrows(IllegalArgumentException.class, () -> TimeBlock.of("17:00", "08:00"));
  }

  @Test
  void theUsualDayIsTheOneThatMostDaysHave() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            STOCKHOLM,
            Map.of(
                MONDAY, List.of(TimeBlock.of("08:00", "17:00")),
                TUESDAY, List.of(TimeBlock.of("08:00", "17:00")),
                WEDNESDAY, List.of(TimeBlock.of("08:00", "17:00")),
                THURSDAY, List.of(TimeBlock.of("08:00", "20:00")),
                FRIDAY, List.of(TimeBlock.of("08:00", "14:00")),
                SATURDAY, List.of(TimeBlock.of("10:00", "14:00"))),
            PublicHolidays.none());
    assertEquals(hours(9), calendar.standardDay());
    assertEquals(hours(9), SWEDEN.standardDay());
    assertEquals(hours(24), WorkingCalendars.of(CalendarKey.ALWAYS_OPEN).standardDay());
  }

  @Test
  void allowancesCountAWorkingDayAsTheUsualDay() {
    assertEquals(hours(4), Allowance.workingHours(4).on(SWEDEN));
    assertEquals(hours(18), Allowance.workingDays(2).on(SWEDEN));
    WorkingCalendar always = WorkingCalendars.of(CalendarKey.ALWAYS_OPEN);
    assertEquals(hours(48), Allowance.workingDays(2).on(always));
    assertEquals(
        Instant.parse("2026-11-20T22:15:00Z"),
        always.add(Instant.parse("2026-11-18T22:15:00Z"), Allowance.workingDays(2).on(always)));
    assertThrows(IllegalArgumentException.class, () -> Allowance.workingDays(0));
  }

  @Test
  void thirtyWorkingDaysReachOverChristmas() {
    // from 1 December 2026: 17 working days before Christmas Eve, 28-30 December, 4-5, 7-8 January,
    // then from 11 January
    assertEquals(
        at("2027-01-19T12:00"),
        SWEDEN.add(at("2026-12-01T12:00"), Allowance.workingDays(30).on(SWEDEN)));
  }

  @ParameterizedTest
  @EnumSource(CalendarKey.class)
  void whatWasAddedIsWhatLiesBetweenAndPartsAddUp(CalendarKey key) {
    holdsForManyDurations(WorkingCalendars.of(key), new Random(key.ordinal()));
  }

  @Test
  void whatWasAddedIsWhatLiesBetweenInOddZonesAndWeeks() {
    Random random = new Random(7);
    for (String zone :
        List.of(
            "America/Sao_Paulo", // changed at midnight
            "Australia/Lord_Howe", // changes by half an hour
            "Pacific/Apia", // left out a day in 2011
            "Asia/Kolkata",
            "America/Los_Angeles")) {
      for (int i = 0; i < 5; i++) {
        holdsForManyDurations(
            new WorkingCalendar(ZoneId.of(zone), randomWeek(random), PublicHolidays.none()),
            random);
      }
    }
  }

  private static void holdsForManyDurations(WorkingCalendar calendar, Random random) {
    long from = Instant.parse("2005-01-01T00:00:00Z").getEpochSecond();
    long to = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 2_000; i++) {
      Instant start =
          Instant.ofEpochSecond(random.nextLong(from, to), random.nextInt(1_000_000_000));
      Duration first = randomDuration(random);
      Duration second = randomDuration(random);
      Instant middle = calendar.add(start, first);
      Instant end = calendar.add(middle, second);
      String text = "from " + start + " " + first + " and " + second;

      assertEquals(first, calendar.between(start, middle), text);
      assertEquals(end, calendar.add(start, first.plus(second)), text);
      assertEquals(first.plus(second), calendar.between(start, end), text);
      assertFalse(middle.isBefore(start), text);
      if (first.toNanos() > 1) {
        assertTrue(calendar.isOpen(middle.minusNanos(1)), "due while open: " + text);
      }
    }
  }

  private static Duration randomDuration(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofNanos(random.nextLong(2_000_000_000L));
      case 1 -> Duration.ofSeconds(random.nextInt(200_000));
      case 2 -> Duration.ofHours(random.nextInt(1, 500));
      default -> Duration.ofDays(random.nextInt(1, 400)).plusNanos(random.nextInt());
    };
  }

  private static Map<DayOfWeek, List<TimeBlock>> randomWeek(Random random) {
    Map<DayOfWeek, List<TimeBlock>> week = new EnumMap<>(DayOfWeek.class);
    week.put(MONDAY, List.of(TimeBlock.of("00:00", "01:30"), TimeBlock.of("23:00", "24:00")));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextBoolean()) {
        int noon = random.nextInt(6, 18);
        week.put(
            day,
            List.of(
                new TimeBlock(
                    LocalTime.of(random.nextInt(5), random.nextInt(60)), LocalTime.of(noon, 0)),
                new TimeBlock(
                    LocalTime.of(noon, 1 + random.nextInt(59)),
                    LocalTime.of(noon + 1 + random.nextInt(5), 0))));
      }
    }
    return week;
  }

  private static Map<DayOfWeek, List<TimeBlock>> everyDay(TimeBlock... blocks) {
    Map<DayOfWeek, List<TimeBlock>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(blocks));
    }
    return week;
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** A time on the clocks of Sweden, Denmark and Norway; of two the earlier. */
  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
  }
}
