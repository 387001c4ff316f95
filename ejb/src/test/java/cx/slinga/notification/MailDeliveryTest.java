package cx.slinga.notification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real SMTP, from a real outbox. */
class MailDeliveryTest {
  private static final String SITE = "https://cx.example";
  private static final Instant START = Instant.parse("2026-11-16T07:30:00Z");

  private static TestPostgres postgres;
  private static Database database;

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  private final MovableClock clock = new MovableClock();
  private final UUID messageId = UUID.randomUUID();
  private MailDelivery delivery;

  @BeforeAll
  static void createDatabase() {
    postgres = new TestPostgres();
    database = new Database(postgres);
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @BeforeEach
  void oneMessageIsDue() {
    server.start();
    delivery =
        new MailDelivery(
            new OutboxRows(database),
            new MailTexts(List.of(new CaseAssignedMail(database))),
            clock);
    database.write(
        h -> {
          h.execute("delete from outbox");
          h.execute("delete from people");
          h.execute(
              "insert into people (id, username, name, email, language) values (?, 'kjell',"
                  + " 'Kjell', 'kjell@example.test', 'nb')",
              Ids.next());
          h.execute(
              "insert into outbox (message_id, kind, recipient, payload, created_at,"
                  + " next_attempt_at) values (?, 'mail.case-assigned', 'kjell',"
                  + " '{\"number\": \"SL-2026-000007\"}', ?, ?)",
              messageId,
              START.atOffset(ZoneOffset.UTC),
              START.atOffset(ZoneOffset.UTC));
        });
  }

  @Test
  void theNewOwnerReadsItInTheirLanguageWithALinkAndNothingMore() throws Exception {
    assertEquals(Result.SENT, deliver());
    MimeMessage[] received = server.getReceivedMessages();
    assertEquals(1, received.length);
    assertEquals("SL-2026-000007: saken er nå din", received[0].getSubject());
    assertEquals("kjell@example.test", received[0].getAllRecipients()[0].toString());
    String text = ((String) received[0].getContent()).replace("\r\n", "\n").strip();
    assertEquals(
        "Sak SL-2026-000007 er tildelt deg.\n\nKontaktpunkt: ukjent\n"
            + "https://cx.example/cases/view.xhtml?number=SL-2026-000007",
        text);
  }

  @Test
  void theReceiverCanTellARepeatByItsMessageId() throws Exception {
    deliver();
    database.write(h -> h.execute("update outbox set sent_at = null"));
    deliver();
    MimeMessage[] received = server.getReceivedMessages();
    assertEquals(2, received.length);
    assertEquals("<" + messageId + "@slinga>", received[0].getMessageID());
    assertEquals(received[0].getMessageID(), received[1].getMessageID());
  }

  @Test
  void whatWasSentIsNotSentAgain() {
    assertEquals(Result.SENT, deliver());
    assertEquals(Result.NOTHING_DUE, deliver());
  }

  @Test
  void aRefusedMessageWaitsLongerEachTimeAndDiesAtTheTenth() {
    long[] minutes = new long[OutboxRows.MAX_ATTEMPTS - 1];
    for (int i = 0; i < minutes.length; i++) {
      assertEquals(Result.FAILED, deliverTo(unreachable()));
      assertEquals(Result.NOTHING_DUE, deliverTo(unreachable()));
      Instant next = next();
      minutes[i] = Duration.between(clock.now, next).toMinutes();
      clock.now = next;
    }
    assertArrayEquals(new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256}, minutes);
    assertFalse(isDead());
    assertEquals(Result.FAILED, deliverTo(unreachable()));
    assertTrue(isDead());
    clock.now = clock.now.plus(Duration.ofDays(30));
    assertEquals(Result.NOTHING_DUE, deliver());
  }

  @Test
  void aMessageToSomebodyWhoLeftIsGivenUpAtOnce() {
    database.write(h -> h.execute("update people set active = false"));
    assertEquals(Result.DEAD, deliver());
    assertTrue(isDead());
  }

  private Result deliver() {
    return deliverTo(server.getSmtp().createSession());
  }

  private Result deliverTo(Session session) {
    return delivery.next(new Postman(session, "slinga@example.test"), SITE);
  }

  /** Port 1 of this machine: nobody listens. */
  private static Session unreachable() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", "1");
    return Session.getInstance(properties);
  }

  private static Instant next() {
    return database.read(
        h -> h.createQuery("select next_attempt_at from outbox").mapTo(Instant.class).one());
  }

  private static boolean isDead() {
    return database.read(
        h -> h.createQuery("select dead_at is not null from outbox").mapTo(Boolean.class).one());
  }

  private static final class MovableClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
