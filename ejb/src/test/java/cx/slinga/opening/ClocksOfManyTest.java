package cx.slinga.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.calendar.Allowance;
import cx.slinga.cases.OpenClocks;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.SegmentReason;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.clocks.ServicePolicies;
import cx.slinga.clocks.ServicePolicy;
import cx.slinga.clocks.Severity;
import cx.slinga.imports.ImportHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segments and deadlines of many cases, as the database keeps them. */
class ClocksOfManyTest {
  private static ImportHouse house;

  private final ServiceLevels levels = new ServiceLevels(house.database);

  @BeforeAll
  static void open() {
    house = new ImportHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void cases() {
    house.furnish();
    UUID head = house.person("dag", "department_head");
    UUID karin = house.person("karin", "case_owner");
    house.person("cecilia", "cx_owner");
    house.touchpoints(house.department("wayfinding", head, karin));
    house.take(ImportHouse.answers(1), true);
    assertTrue(house.count("cases") > 50);
  }

  @AfterEach
  void theFirstServiceLevelAgain() {
    house.database.write(
        h -> {
          h.execute("truncate cases cascade");
          h.execute("delete from service_level_policies where version > 1");
        });
  }

  @Test
  void everyCaseIsOpenedWithThreeRunningClocksAndTheirDeadlines() {
    long cases = house.count("cases");
    assertEquals(
        3 * cases,
        house.count(
            "clock_segments s join cases c on c.id = s.case_id where s.state = 'RUNNING' and"
                + " s.reason = 'OPENED' and s.from_at = c.opened_at and s.severity = c.severity"));
    assertEquals(3 * cases, house.count("deadlines where notice_at < due_at and notice_level = 0"));
    assertEquals(
        cases,
        house.count(
            "deadlines d join cases c on c.id = d.case_id where d.clock = c.next_clock and d.due_at"
                + " = c.next_due_at"));
  }

  @Test
  void aPausedCaseHasNoNotice() {
    house.database.write(
        h -> h.execute("update cases set paused_at = opened_at, pause_reason = 'CUSTOMER'"));
    assertEquals(0, house.count("deadlines where notice_at is not null"));
  }

  @Test
  void anotherDueTimeBeginsAgainAtTheFirstNotice() {
    house.database.write(
        h -> {
          h.execute("update deadlines set notice_level = 2, notice_at = null");
          h.execute("update cases set contact_due_at = contact_due_at + interval '1 hour'");
        });
    long cases = house.count("cases");
    assertEquals(
        cases,
        house.count(
            "deadlines where clock = 'CONTACT' and notice_level = 0 and notice_at is not null"));
    assertEquals(2 * cases, house.count("deadlines where notice_level = 2 and notice_at is null"));
  }

  @Test
  void aStoppedClockHasNoNotice() {
    house.database.write(h -> h.execute("update cases set contacted_at = opened_at"));
    assertEquals(0, house.count("deadlines where clock = 'CONTACT' and notice_at is not null"));
    assertEquals(2 * house.count("cases"), house.count("deadlines where notice_at is not null"));
  }

  @Test
  void whatChangesNothingAboutTimeLeavesTheNoticesAlone() {
    house.database.write(
        h -> {
          h.execute("update deadlines set notice_level = 1, notice_at = due_at");
          h.execute("update cases set owner_id = owner_id, state = 'IN_CONTACT'");
        });
    assertEquals(
        3 * house.count("cases"),
        house.count("deadlines where notice_level = 1 and notice_at = due_at"));
  }

  @Test
  void openCasesFollowAnotherServiceLevelAndKeepTheTimeTheyUsed() {
    ServicePolicies before = levels.policies();
    Map<ServiceLevels.Key, Allowance> allowances = new HashMap<>(before.current().allowances());
    for (Severity severity : Severity.values()) {
      allowances.put(
          new ServiceLevels.Key(severity, ClockKind.RESOLUTION), Allowance.workingDays(40));
    }
    ServicePolicy next =
        new ServicePolicy(before.current().version() + 1, allowances, before.current().calendars());
    ServicePolicies both = policies(before, next);
    house.database.write(
        h -> {
          h.execute(
              "insert into service_level_policies values (?, now(), 'cecilia', null)",
              next.version());
          h.execute(
              "update cases set state = 'DISMISSED', closed_at = opened_at where number in (select"
                  + " number from cases order by number limit 7)");
        });
    long open = house.count("cases where state = 'OPEN'");
    Instant at = ImportHouse.MONDAY_MORNING.plus(Duration.ofHours(30));
    assertEquals(open, follow(both, at));
    assertEquals(
        open,
        house.count(
            "clock_segments where clock = 'RESOLUTION' and reason = 'POLICY_CHANGED' and"
                + " policy_version = "
                + next.version()));
    // started in working hours, 40 days of 9 hours counted from the beginning: used time stayed
    assertEquals(
        open,
        house.count(
            "cases c join deadlines d on d.case_id = c.id and d.clock = 'RESOLUTION' where"
                + " d.due_at = c.resolution_due_at and c.state = 'OPEN' and c.version = 1 and"
                + " c.resolution_due_at > c.opened_at + interval '50 days'"));
    assertEquals(open, house.count("audit_entries where verb = 'case.due-moved'"));
    assertEquals(0, follow(both, at));
  }

  @Test
  void stoppingManyStopsEachClockOnce() {
    List<UUID> ids =
        house.database.read(
            h -> h.createQuery("select id from cases limit 20").mapTo(UUID.class).list());
    OpenClocks clocks = new OpenClocks(house.database);
    clocks.stopAll(ids, SegmentReason.DISMISSED, ImportHouse.MONDAY_MORNING);
    clocks.stopAll(ids, SegmentReason.DISMISSED, ImportHouse.MONDAY_MORNING);
    assertEquals(60, house.count("clock_segments where state = 'STOPPED'"));
  }

  private static int follow(ServicePolicies policies, Instant at) {
    return house.postgres.inTransaction(
        () ->
            house.database.read(
                h ->
                    OpenClocks.follow(
                        h,
                        policies,
                        policies.current(),
                        h.createQuery("select id from cases").mapTo(UUID.class).list(),
                        null,
                        "cecilia",
                        at)));
  }

  private static ServicePolicies policies(ServicePolicies before, ServicePolicy next) {
    List<ServicePolicy> all = new ArrayList<>(before.all());
    all.removeIf(policy -> policy.version() == next.version());
    all.add(next);
    return new ServicePolicies(all);
  }
}
