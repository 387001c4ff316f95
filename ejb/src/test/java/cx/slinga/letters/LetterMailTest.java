package cx.slinga.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.reminders.ReminderHouse;
import cx.slinga.shared.Ids;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter to a customer, over real SMTP. */
class LetterMailTest {
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
  void theCustomerReadsExactlyWhatWasWritten() throws Exception {
    String body = "Hej Åsa\n\n<script>alert(1)</script> & שלום 👋\n.\nKarin";
    write("Ditt svar: <b>skyltar</b> – 👋", body);
    assertEquals(Result.SENT, house.deliver(new LetterMail(house.database)));
    MimeMessage mail = house.server.getReceivedMessages()[0];
    assertEquals("Ditt svar: <b>skyltar</b> – 👋", mail.getSubject());
    assertEquals("customer@example.test", mail.getAllRecipients()[0].toString());
    assertEquals("karin@example.test", mail.getReplyTo()[0].toString());
    assertEquals("text/plain", mail.getContentType().split(";")[0]);
    assertEquals("sv", mail.getHeader("Content-Language")[0]);
    assertNull(mail.getHeader("Auto-Submitted"));
    assertEquals(body, ((String) mail.getContent()).replace("\r\n", "\n").strip());
  }

  @Test
  void anErasedLetterIsNotSent() {
    write("Subject", "Body");
    house.execute("delete from letters");
    assertEquals(Result.DEAD, house.deliver(new LetterMail(house.database)));
    assertEquals(0, house.server.getReceivedMessages().length);
  }

  @Test
  void whoSaysNoWhileTheLetterWaitsDoesNotGetIt() {
    write("Subject", "Body");
    house.execute(
        "insert into customers (id, key, no_contact) values (gen_random_uuid(), 'k', true)");
    house.execute("update cases set customer_id = (select id from customers)");
    assertEquals(Result.DISCARDED, house.deliver(new LetterMail(house.database)));
    assertEquals(0, house.server.getReceivedMessages().length);
  }

  @Test
  void theOutboxHoldsNoneOfTheWords() {
    write("A subject of its own", "A body of its own");
    assertEquals(0, house.count("select count(*) from outbox where payload::text like '%own%'"));
  }

  private void write(String subject, String body) {
    UUID of = house.caseWithContactDue(ReminderHouse.MONDAY.plusSeconds(40 * 86_400L));
    UUID id = Ids.next();
    house.database.write(
        h -> {
          h.execute(
              "insert into letters (id, case_id, language, to_address, reply_to, subject, body,"
                  + " written_by, written_at) values (?, ?, 'sv', 'customer@example.test',"
                  + " 'karin@example.test', ?, ?, ?, now())",
              id,
              of,
              subject,
              body,
              house.karin);
          h.execute(
              "insert into outbox (message_id, kind, recipient, payload, created_at,"
                  + " next_attempt_at) values (?, 'mail.letter', 'customer@example.test',"
                  + " jsonb_build_object('letter', ?::text), '2026-11-16T08:00:00Z',"
                  + " '2026-11-16T08:00:00Z')",
              Ids.next(),
              id.toString());
        });
  }
}
