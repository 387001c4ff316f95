package cx.slinga.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cx.slinga.bulk.BulkHouse;
import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.organisation.HandOverService;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes over learns how much, in one mail over real SMTP. */
class HandOverMailTest {
  private static BulkHouse house;

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

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
    house.database.write(
        h ->
            h.execute(
                "update people set email = username || '@example.test', language = case username"
                    + " when 'dag' then 'sv' else 'en' end"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void oneMailTellsHowManyCasesThereAre() throws Exception {
    house.cases(3, "OPEN", "signs", "karin");
    house.cases(1, "CLOSED", "signs", "karin");
    handOver("cecilia", null);
    assertEquals(Result.SENT, deliver());
    assertEquals(1, server.getReceivedMessages().length);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals("dag@example.test", mail.getAllRecipients()[0].toString());
    assertEquals("Du tar över efter karin", mail.getSubject());
    String text = ((String) mail.getContent()).replace("\r\n", "\n");
    assertTrue(text.contains("Ärenden: 3\n"), text);
    assertTrue(text.contains("https://cx.example/cases/list.xhtml?owner=dag"), text);
  }

  @Test
  void whoTakesOverWhatTheyHandOverIsNotTold() {
    house.cases(3, "OPEN", "signs", "karin");
    handOver("cecilia", "cecilia");
    assertEquals(0, house.count("outbox where kind = 'mail.hand-over'"));
  }

  @Test
  void nothingToTakeOverIsNoMail() {
    handOver("cecilia", "kaj");
    assertEquals(0, house.count("outbox"));
  }

  private static void handOver(String who, @Nullable String to) {
    house.wired.as(who);
    house.wired.run(() -> house.wired.get(HandOverService.class).handOver("karin", to));
  }

  private Result deliver() {
    return new PostRound(
            house.postgres,
            Clock.fixed(BulkHouse.NOW, ZoneOffset.UTC),
            server,
            List.of(new HandOverMail(house.database)))
        .deliver();
  }
}
