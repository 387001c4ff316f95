package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing what is promised, and the clocks of one case, as the services do it. */
class ServiceLevelServiceTest {
  private static BulkHouse house;

  @BeforeAll
  static void open() {
    house = new BulkHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
    house.wired.as("cecilia");
  }

  @AfterEach
  void theFirstServiceLevelAgain() {
    house.database.write(
        h -> {
          h.execute("truncate cases cascade");
          for (String table : List.of("service_levels", "working_hours")) {
            h.execute("delete from " + table + " where policy_version > 1");
          }
          h.execute("delete from service_level_policies where version > 1");
        });
  }

  @Test
  void aChangeIsTheNextVersionAndOpenCasesFollow() {
    house.cases(30, "OPEN", "signs", "karin");
    house.cases(5, "CLOSED", "signs", "karin");
    assertEquals(2, change(1, List.of(promise(20)), List.of(), "fewer hands"));
    assertEquals(30, house.count("cases where version = 1"));
    assertEquals(30, house.count("clock_segments where policy_version = 2"));
    assertEquals(30, house.count("audit_entries where verb = 'case.due-moved'"));
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'service-levels.changed' and object_id = '2' and"
                + " changes -> 'movedCases' ->> 1 = '30'"));
  }

  @Test
  void otherHoursWithSeveralBlocksMoveTheCasesOfThatCalendar() {
    house.cases(3, "OPEN", "signs", "karin");
    change(null, List.of(), halfDays(CalendarKey.SWEDEN), null);
    assertEquals(9, house.count("clock_segments where policy_version = 2"));
    change(null, List.of(), halfDays(CalendarKey.DENMARK), null);
    assertEquals(0, house.count("clock_segments where policy_version = 3"));
  }

  @Test
  void whoIsBehindIsTold() {
    change(1, List.of(promise(20)), List.of(), null);
    BusinessException behind =
        assertThrows(
            ChangedMeanwhileException.class,
            () -> change(1, List.of(promise(30)), List.of(), null));
    assertEquals("service-levels.changed-meanwhile", behind.key());
    assertEquals(List.of(2, 1), behind.args());
  }

  @Test
  void nothingNewIsNoVersion() {
    assertEquals(
        "service-levels.unchanged",
        refusal(() -> change(1, List.of(promise(30)), List.of(), null)).key());
    assertEquals(1, house.count("service_level_policies"));
  }

  @Test
  void promisesAndHoursThatCannotBeAreRefusedAtTheirField() {
    assertEquals(
        "promises", refusal(() -> change(null, List.of(promise(0)), List.of(), null)).field());
    for (ChangeServiceLevels.Hours hours :
        List.of(
            hours(1, "17:00", "08:00"),
            hours(1, "8", "17:00"),
            hours(9, "08:00", "17:00"),
            hours(1, "<b>", "\u202e"))) {
      assertEquals("hours", refusal(() -> change(null, List.of(), List.of(hours), null)).field());
    }
    assertEquals(
        "hours",
        refusal(
                () ->
                    change(
                        null,
                        List.of(),
                        List.of(hours(1, "08:00", "12:00"), hours(1, "11:00", "17:00")),
                        null))
            .field());
    assertEquals(
        "note",
        refusal(() -> change(null, List.of(promise(20)), List.of(), "n".repeat(100_000))).field());
    assertEquals(1, house.count("service_level_policies"));
  }

  @Test
  void aCaseIsPausedAndRunsOnWithWhatItHadLeft() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.wired.as("karin");
    ClockService clocks = house.wired.get(ClockService.class);
    in(() -> clocks.pause(number, 0L, PauseReason.CUSTOMER, "sends the booking ✈ مرحبا"));
    // first contact was late before the pause, the others wait
    assertEquals(
        1,
        house.count(
            "cases where paused_at is not null and pause_reason = 'CUSTOMER' and next_clock ="
                + " 'CONTACT'"));
    assertEquals(0, house.count("deadlines where notice_at is not null"));
    assertEquals(
        3,
        house.count(
            "clock_segments where state = 'PAUSED' and note = 'sends the booking ✈ مرحبا' and"
                + " person_id is not null"));
    assertEquals(
        "case.already-paused",
        refusal(
                () -> {
                  in(() -> clocks.pause(number, null, PauseReason.CUSTOMER, null));
                  return 0;
                })
            .key());
    in(() -> clocks.resume(number, null));
    assertEquals(1, house.count("cases where paused_at is null and next_clock is not null"));
    assertEquals(3, house.count("deadlines where notice_at is not null"));
    assertEquals(2, house.count("audit_entries where verb in ('case.paused', 'case.resumed')"));
  }

  @Test
  void aNoteThatIsTooLongIsRefusedAtItsField() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    ClockService clocks = house.wired.get(ClockService.class);
    assertEquals(
        "note",
        refusal(
                () -> {
                  in(() -> clocks.pause(number, null, PauseReason.OTHER, "n".repeat(100_000)));
                  return 0;
                })
            .field());
    assertEquals(0, house.count("clock_segments where state = 'PAUSED'"));
  }

  @Test
  void anotherSeverityMovesTheClocksAndIsInTheRecord() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    ClockService clocks = house.wired.get(ClockService.class);
    in(() -> clocks.changeSeverity(number, null, Severity.CRITICAL));
    assertEquals(
        3,
        house.count("clock_segments where severity = 'CRITICAL' and reason = 'SEVERITY_CHANGED'"));
    assertEquals(1, house.count("audit_entries where verb = 'case.severity-changed'"));
    assertTrue(house.count("deadlines where notice_level = 0") == 3);
  }

  private static int change(
      @Nullable Integer seen,
      List<ChangeServiceLevels.Promise> promises,
      List<ChangeServiceLevels.Hours> hours,
      @Nullable String note) {
    return house.wired.in(
        () ->
            house
                .wired
                .get(ServiceLevelService.class)
                .change(new ChangeServiceLevels(seen, promises, hours, note)));
  }

  private static void in(Runnable verb) {
    house.wired.in(
        () -> {
          verb.run();
          return 0;
        });
  }

  private static BusinessException refusal(Supplier<Integer> verb) {
    return assertThrows(BusinessException.class, verb::get);
  }

  private static ChangeServiceLevels.Promise promise(int days) {
    return new ChangeServiceLevels.Promise(
        Severity.NORMAL, ClockKind.RESOLUTION, days, AllowanceUnit.WORKING_DAYS);
  }

  private static ChangeServiceLevels.Hours hours(int weekday, String from, String to) {
    return new ChangeServiceLevels.Hours(CalendarKey.SWEDEN, weekday, from, to);
  }

  private static List<ChangeServiceLevels.Hours> halfDays(CalendarKey key) {
    List<ChangeServiceLevels.Hours> week = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      week.add(new ChangeServiceLevels.Hours(key, day, "08:00", "10:00"));
      week.add(new ChangeServiceLevels.Hours(key, day, "13:00", "15:30"));
    }
    return week;
  }
}
