package cx.slinga.servicelevel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.ClockService;
import cx.slinga.clocks.ChangeServiceLevels;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
          h.execute("truncate cases, policy_jobs cascade");
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
    int before = version();
    assertEquals(before + 1, change(before, List.of(promise(20)), List.of(), "fewer hands"));
    assertEquals(0, house.count("cases where version > 0"));
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'service-levels.changed' and changes -> 'openCases' ->> 1 ="
                + " '30'"));
    work(Integer.MAX_VALUE);
    assertEquals(30, house.count("cases where version = 1"));
    assertEquals(30, segmentsOf(version()));
    assertEquals(30, house.count("audit_entries where verb = 'case.due-moved'"));
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'service-levels.followed' and actor = 'cecilia' and"
                + " changes -> 'movedCases' ->> 1 = '30'"));
    FollowRow row = follow();
    assertEquals(
        List.of(FollowState.DONE, 30, 30, 100),
        List.of(row.state(), row.reached(), row.moved(), row.percent()));
  }

  @Test
  void aKilledServerLeavesNoCaseHalfAndNoneIsMovedTwice() {
    int cases = FollowSteps.SIZE * 2 + 7;
    house.cases(cases, "OPEN", "signs", "karin");
    change(null, List.of(promise(20), contact(3)), List.of(), null);
    work(1);
    assertEquals(FollowSteps.SIZE, follow().reached());
    assertEquals(2L * FollowSteps.SIZE, segmentsOf(version()));
    assertEquals(49, follow().percent());
    work(Integer.MAX_VALUE);
    assertEquals(FollowSteps.SIZE, follow().reached(), "somebody works on it");
    house.database.write(
        h -> h.execute("update policy_jobs set worked_at = worked_at - interval '1 hour'"));
    work(Integer.MAX_VALUE);
    assertEquals(cases, follow().moved());
    assertEquals(cases, house.count("cases where version = 1"));
    assertEquals(2L * cases, segmentsOf(version()));
    assertEquals(cases, house.count("audit_entries where verb = 'case.due-moved'"));
  }

  @Test
  void whoeverStandsElsewhereHasBeenTakenOverAndMovesNothing() {
    house.cases(FollowSteps.SIZE + 1, "OPEN", "signs", "karin");
    change(null, List.of(promise(20)), List.of(), null);
    FollowSteps steps = house.wired.get(FollowSteps.class);
    FollowJobs.Job job = Objects.requireNonNull(house.wired.in(() -> steps.begin(follow().id())));
    house.wired.in(() -> steps.step(job, job.reached()));
    assertNull(house.wired.in(() -> steps.step(job, job.reached())));
    assertEquals(FollowSteps.SIZE, house.count("cases where version = 1"));
  }

  @Test
  void aCaseThatIsOpenedOnTheScreenDoesNotWaitForTheJob() {
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    change(null, List.of(promise(20)), List.of(), null);
    CaseDetails details = details(numbers.get(1));
    assertEquals(version(), details.dueReasons().get(2).policyVersion());
    assertEquals(details.dueReasons().get(2).due(), details.row().resolutionDueAt());
    assertEquals(1, house.count("cases where version = 1"));
    work(Integer.MAX_VALUE);
    assertEquals(3, house.count("cases where version = 1"));
    assertEquals(2, follow().moved());
  }

  @Test
  void aVerbFindsTheCaseUnderWhatIsPromisedSince() {
    List<String> numbers = house.cases(2, "OPEN", "signs", "karin");
    change(null, List.of(promise(20), contact(3)), List.of(), null);
    ClockService clocks = house.wired.get(ClockService.class);
    in(() -> clocks.pause(numbers.get(0), 0L, PauseReason.CUSTOMER, null));
    assertEquals(
        3,
        house.count(
            "clock_segments s join cases c on c.id = s.case_id where c.number = '"
                + numbers.get(0)
                + "' and s.state = 'PAUSED' and s.policy_version in (1, "
                + version()
                + ")"));
    assertEquals(2, segmentsOf(version()) - 2, "two followed, and were paused as such");
  }

  @Test
  void aVersionHoldsFromTheMomentAtWhichItWasMade() {
    house.cases(4, "OPEN", "signs", "karin");
    change(null, List.of(promise(20)), List.of(), null);
    house.database.write(
        h ->
            h.execute(
                "update service_level_policies set changed_at = timestamptz '2026-11-13 10:11Z'"
                    + " where version = ?",
                version()));
    work(Integer.MAX_VALUE);
    assertEquals(
        4,
        house.count(
            "clock_segments where from_at = timestamptz '2026-11-13 10:11Z' and policy_version = "
                + version()));
  }

  @Test
  void twoChangesAreFollowedOneAfterTheOther() {
    house.cases(4, "OPEN", "signs", "karin");
    int first = change(null, List.of(promise(20)), List.of(), null);
    UUID job = follow().id();
    int second = change(null, List.of(promise(10)), List.of(), null);
    FollowSteps steps = house.wired.get(FollowSteps.class);
    assertNull(house.wired.in(() -> steps.begin(follow().id())), "the first goes first");
    work(job, Integer.MAX_VALUE);
    assertEquals(4, segmentsOf(first));
    assertEquals(0, segmentsOf(second));
    work(Integer.MAX_VALUE);
    assertEquals(4, segmentsOf(second));
    assertEquals(4, house.count("cases where version = 2"));
  }

  @Test
  void aLookBetweenTwoChangesFollowsBoth() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    int first = change(null, List.of(promise(20)), List.of(), null);
    int second = change(null, List.of(promise(10)), List.of(), null);
    details(number);
    assertEquals(1, segmentsOf(first));
    assertEquals(1, segmentsOf(second));
  }

  @Test
  void whatStoppedAStepIsSaidUntilAnotherIsDone() {
    house.cases(1, "OPEN", "signs", "karin");
    change(null, List.of(promise(20)), List.of(), null);
    FollowSteps steps = house.wired.get(FollowSteps.class);
    FollowJobs.Job job = Objects.requireNonNull(house.wired.in(() -> steps.begin(follow().id())));
    in(() -> steps.stopped(job, "0badcafe"));
    assertEquals("0badcafe", follow().incident());
    house.wired.in(() -> steps.step(job, job.reached()));
    assertNull(follow().incident());
  }

  @Test
  void otherHoursWithSeveralBlocksMoveTheCasesOfThatCalendar() {
    house.cases(3, "OPEN", "signs", "karin");
    change(null, List.of(), halfDays(CalendarKey.SWEDEN), null);
    work(Integer.MAX_VALUE);
    assertEquals(9, segmentsOf(version()));
    change(null, List.of(), halfDays(CalendarKey.DENMARK), null);
    work(Integer.MAX_VALUE);
    assertEquals(0, segmentsOf(version()));
    assertEquals(0, follow().moved());
  }

  @Test
  void whoIsBehindIsTold() {
    int seen = version();
    change(seen, List.of(promise(20)), List.of(), null);
    BusinessException behind =
        assertThrows(
            ChangedMeanwhileException.class,
            () -> change(seen, List.of(promise(30)), List.of(), null));
    assertEquals("service-levels.changed-meanwhile", behind.key());
    assertEquals(List.of(seen + 1, seen), behind.args());
  }

  @Test
  void nothingNewIsNoVersion() {
    int version = version();
    assertEquals(
        "service-levels.unchanged",
        refusal(() -> change(version, List.of(promise(30)), List.of(), null)).key());
    assertEquals(version, version());
    assertEquals(0, house.count("policy_jobs"));
  }

  @Test
  void promisesAndHoursThatCannotBeAreRefusedAtTheirField() {
    int version = version();
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
    assertEquals(version, version());
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

  private static int version() {
    return (int) house.count("service_level_policies");
  }

  private static FollowRow follow() {
    return house.wired.get(FollowQueries.class).latest(1).get(0);
  }

  private static long segmentsOf(int version) {
    return house.count("clock_segments where policy_version = " + version);
  }

  private static void work(int steps) {
    work(follow().id(), steps);
  }

  /** Works so many steps off, each in its transaction. */
  private static void work(UUID id, int count) {
    FollowSteps steps = house.wired.get(FollowSteps.class);
    FollowJobs.Job job = house.wired.in(() -> steps.begin(id));
    UUID reached = job == null ? null : job.reached();
    for (int i = 0; i < count && job != null && reached != null; i++) {
      UUID from = reached;
      reached = house.wired.in(() -> steps.step(job, from));
    }
  }

  private static CaseDetails details(String number) {
    return house.wired.in(
        () ->
            house
                .wired
                .get(CaseQueries.class)
                .details(house.wired.get(CurrentUser.class).get().cases(), number));
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

  private static ChangeServiceLevels.Promise contact(int days) {
    return new ChangeServiceLevels.Promise(
        Severity.NORMAL, ClockKind.CONTACT, days, AllowanceUnit.WORKING_DAYS);
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
