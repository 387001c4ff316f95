package cx.slinga.reminders;

import static cx.slinga.reminders.ReminderHouse.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.notification.MailDelivery.Result;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders and escalation on a real PostgreSQL, read from a real mail server. */
class DeadlineSweepTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static ReminderHouse house;

  @BeforeAll
  static void open() {
    house = new ReminderHouse();
    house.server.start();
  }

  @AfterAll
  static void shut() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void theOwnerIsRemindedFourWorkingHoursBefore() throws Exception {
    house.caseWithContactDue(MONDAY.plus(HOUR.multipliedBy(5)));
    house.sweep();
    assertEquals(Result.NOTHING_DUE, house.deliver());
    house.clock.now = MONDAY.plus(HOUR);
    house.sweep();
    assertEquals(Result.SENT, house.deliver());
    MimeMessage mail = only("karin");
    assertTrue(
        mail.getSubject().endsWith(": deadline for first contact is Mon 16 Nov 14:00"),
        mail.getSubject());
    assertTrue(text(mail).contains("https://cx.example/cases/view.xhtml?number=SL-2026-"));
  }

  @Test
  void eachLevelIsToldOnceAndToWhomItConcerns() throws Exception {
    house.caseWithContactDue(MONDAY.plus(HOUR));
    house.sweep(); // before: Karin
    house.sweep();
    house.deliver();
    house.clock.now = MONDAY.plus(HOUR);
    house.sweep(); // at: Karin
    house.sweep();
    house.deliver();
    house.clock.now = MONDAY.plus(HOUR.multipliedBy(5));
    house.sweep(); // four working hours after: Dag
    house.sweep();
    house.deliver();
    house.clock.now = MONDAY.plus(Duration.ofDays(2)).plus(HOUR.multipliedBy(2));
    house.sweep(); // two working days after: Cecilia
    house.sweep();
    house.deliver();
    assertEquals(List.of("cecilia", "dag", "karin", "karin"), recipients());
    assertEquals(
        2, house.count("select count(*) from audit_entries where verb = 'case.escalated'"));
    assertEquals(0, house.count("select count(*) from deadlines where notice_at <= '2026-12-01'"));
  }

  @Test
  void whatFellDueWhileNothingRanIsOneMailForEachPerson() throws Exception {
    for (int i = 0; i < 40; i++) {
      house.caseDue(
          MONDAY.minus(Duration.ofDays(30)),
          MONDAY.minus(Duration.ofDays(20)),
          MONDAY.minus(Duration.ofDays(10)));
    }
    house.sweep();
    house.deliver();
    assertEquals(List.of("cecilia", "dag", "karin"), recipients());
    assertEquals("120 deadlines need you", only("karin").getSubject());
    assertTrue(text(only("karin")).contains("70 more are on your start page"));
  }

  @Test
  void whatComesWhileAMailWaitsJoinsIt() throws Exception {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.caseWithContactDue(MONDAY.minus(HOUR));
    house.sweep();
    house.deliver();
    assertEquals("2 deadlines need you", only("karin").getSubject());
  }

  @Test
  void twoServersTellEachDeadlineOnce() throws Exception {
    int cases = DeadlineSweep.BATCH + 200;
    for (int i = 0; i < cases; i++) {
      house.caseWithContactDue(MONDAY);
    }
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        DeadlineSweep server = house.sweeper();
        running.add(
            servers.submit(
                () -> {
                  together.await();
                  int seen = 0;
                  int batch;
                  do {
                    batch = house.postgres.inTransaction(server::cases);
                    seen += batch;
                    house.postgres.inTransaction(server::gather);
                  } while (batch > 0);
                  return seen;
                }));
      }
      assertEquals(cases, running.get(0).get() + running.get(1).get());
    } finally {
      servers.shutdown();
    }
    house.sweep();
    house.deliver();
    int lines = 0;
    for (MimeMessage mail : house.server.getReceivedMessages()) {
      assertEquals("karin@example.test", mail.getAllRecipients()[0].toString());
      lines += Integer.parseInt(mail.getSubject().split(" ")[0].replace(",", ""));
    }
    assertEquals(cases, lines);
    assertEquals(cases, house.count("select count(*) from notices"));
  }

  @Test
  void aServerKilledInTheMiddleHasSaidNothingAndForgotNothing() {
    house.caseWithContactDue(MONDAY);
    assertThrows(
        IllegalStateException.class,
        () ->
            house.postgres.inTransaction(
                () -> {
                  house.sweep.cases();
                  throw new IllegalStateException("killed");
                }));
    assertEquals(0, house.count("select count(*) from notices"));
    house.sweep();
    house.deliver();
    assertEquals(List.of("karin"), recipients());
  }

  @Test
  void whatWasClosedBeforeSendingIsNotTold() {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.execute("update cases set state = 'CLOSED', closed_at = now()");
    assertEquals(Result.DISCARDED, house.deliver());
    assertEquals(List.of(), recipients());
  }

  @Test
  void whatWaitsForTheCustomerIsNotTold() {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.execute("update cases set paused_at = now(), pause_reason = 'CUSTOMER'");
    assertEquals(Result.DISCARDED, house.deliver());
    assertEquals(List.of(), recipients());
  }

  @Test
  void whoGaveTheCaseAwayIsNotReminded() {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.execute("update cases set owner_id = '" + house.dag + "'");
    assertEquals(Result.DISCARDED, house.deliver());
  }

  @Test
  void nobodyIsToldAtNight() throws Exception {
    Instant night = Instant.parse("2026-11-16T20:00:00Z");
    house.caseWithContactDue(night.minus(HOUR));
    house.clock.now = night;
    house.sweep();
    assertEquals(0, house.count("select count(*) from notices"));
    house.clock.now = Instant.parse("2026-11-17T07:00:01Z");
    house.sweep();
    house.deliver();
    assertEquals(List.of("karin"), recipients());
  }

  @Test
  void aMailThatCouldNotGoOutByDayWaitsForTheMorning() {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.clock.now = Instant.parse("2026-11-16T20:00:00Z");
    assertEquals(Result.POSTPONED, house.deliver());
    house.clock.now = Instant.parse("2026-11-17T07:00:02Z");
    assertEquals(Result.SENT, house.deliver());
  }

  @Test
  void aNewDueTimeIsToldAgain() {
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.deliver();
    house.execute("update cases set contact_due_at = '2026-11-16T09:00:00Z'");
    house.sweep();
    house.deliver();
    assertEquals(List.of("karin", "karin"), recipients());
  }

  @Test
  void actionsAreRemindedOfTheDayBeforeAndOnTheDayAndThenTheHeadIsTold() throws Exception {
    house.actionDue(LocalDate.of(2026, 11, 23)); // a Monday
    house.clock.now = Instant.parse("2026-11-19T08:00:00Z");
    house.sweep();
    assertEquals(Result.NOTHING_DUE, house.deliver());
    house.clock.now = Instant.parse("2026-11-20T08:00:00Z"); // Friday
    house.sweep();
    house.deliver();
    assertTrue(text(only("karin")).contains("action “Put up a sign”: Mon 23 Nov"));
    house.clock.now = Instant.parse("2026-11-23T08:00:00Z");
    house.sweep();
    house.deliver();
    house.clock.now = Instant.parse("2026-11-24T08:00:00Z");
    house.sweep();
    house.deliver();
    house.clock.now = Instant.parse("2026-12-14T08:00:00Z");
    house.sweep();
    house.deliver();
    assertEquals(List.of("dag", "karin", "karin"), recipients());
  }

  @Test
  void anActionOfACauseEscalatesToTheHeadOfTheDepartmentThatCanRemoveIt() throws Exception {
    house.sharedActionDue(LocalDate.of(2026, 11, 23));
    house.clock.now = Instant.parse("2026-11-23T08:00:00Z");
    house.sweep();
    house.deliver();
    String reminder = text(only("karin"));
    assertTrue(reminder.contains("Signs end too early · Roads · action “Put up a sign”"), reminder);
    assertTrue(reminder.contains("/actions/view.xhtml?id="), reminder);
    house.clock.now = Instant.parse("2026-11-24T08:00:00Z");
    house.sweep();
    house.deliver();
    assertEquals(List.of("dag", "karin"), recipients());
    assertEquals(
        1, house.count("select count(*) from audit_entries where verb = 'action.escalated'"));
  }

  @Test
  void anActionThatIsDoneIsNotTold() {
    house.actionDue(LocalDate.of(2026, 11, 16));
    house.sweep();
    house.execute("update actions set state = 'DONE'");
    assertEquals(Result.DISCARDED, house.deliver());
    assertEquals(0, house.count("select count(*) from action_deadlines"));
  }

  @Test
  void swedesReadItInSwedish() throws Exception {
    house.execute("update people set language = 'sv'");
    house.caseWithContactDue(MONDAY);
    house.sweep();
    house.deliver();
    assertTrue(
        only("karin").getSubject().endsWith(": tidsfristen för första kontakten har gått ut"));
    assertFalse(text(only("karin")).contains("mail."));
  }

  private static MimeMessage only(String username) throws Exception {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage mail : house.server.getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().equals(username + "@example.test")) {
        found.add(mail);
      }
    }
    assertEquals(1, found.size());
    return found.get(0);
  }

  private static List<String> recipients() {
    return Arrays.stream(house.server.getReceivedMessages())
        .map(
            mail -> {
              try {
                return mail.getAllRecipients()[0].toString().replace("@example.test", "");
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .sorted()
        .toList();
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) mail.getContent();
  }
}
