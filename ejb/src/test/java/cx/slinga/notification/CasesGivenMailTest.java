package cx.slinga.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cx.slinga.bulk.BulkHouse;
import cx.slinga.notification.MailDelivery.Result;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was given many cases by a job learns it in one mail over real SMTP. */
class CasesGivenMailTest {
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
        h -> {
          h.execute(
              "update people set email = username || '@example.test', language = case username"
                  + " when 'karin' then 'sv' when 'kaj' then 'da' when 'dag' then 'no' else 'en'"
                  + " end");
          h.execute("update people set name = 'Cecilia & Söner' where username = 'cecilia'");
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void eachNewOwnerGetsOneMailThatNamesTheNumberInTheirLanguage() throws Exception {
    give("karin", 3);
    give("kaj", 1);
    give("dag", 1_200);
    assertEquals(Result.SENT, deliver());
    List<MimeMessage> mails = received();
    assertEquals(
        List.of("dag@example.test", "kaj@example.test", "karin@example.test"),
        Stream.of(server.getReceivedMessages()).map(CasesGivenMailTest::to).sorted().toList());
    assertEquals("1\u00a0200 saker til er dine", mails.get(0).getSubject());
    assertEquals("1 sag mere er din", mails.get(1).getSubject());
    assertEquals("3 ärenden till är dina", mails.get(2).getSubject());
    assertText(
        mails.get(0),
        "Cecilia & Söner ga deg 1\u00a0200 saker.\n",
        "https://cx.example/cases/list.xhtml?state=active&owner=dag");
    assertText(mails.get(1), "Cecilia & Söner gav dig 1 sag.\n", "owner=kaj");
    assertText(mails.get(2), "Cecilia & Söner gav dig 3 ärenden.\n", "owner=karin");
  }

  @Test
  void whoHasLeftMeanwhileGetsNone() {
    give("karin", 2);
    house.database.write(
        h -> h.execute("update people set active = false where username = 'karin'"));
    deliver();
    assertEquals(0, server.getReceivedMessages().length);
  }

  private static void give(String owner, int cases) {
    house.done(
        "cecilia", "assign", Map.of("owner", owner), house.cases(cases, "OPEN", "signs", "dorte"));
  }

  private Result deliver() {
    return new PostRound(
            house.postgres,
            Clock.fixed(BulkHouse.NOW, ZoneOffset.UTC),
            server,
            List.of(new CasesGivenMail(house.database)))
        .deliver();
  }

  private List<MimeMessage> received() {
    return Stream.of(server.getReceivedMessages())
        .sorted(Comparator.comparing(CasesGivenMailTest::to))
        .toList();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertText(MimeMessage mail, String... parts) throws Exception {
    String text = ((String) mail.getContent()).replace("\r\n", "\n");
    for (String part : parts) {
      assertTrue(text.contains(part), text);
    }
  }
}
