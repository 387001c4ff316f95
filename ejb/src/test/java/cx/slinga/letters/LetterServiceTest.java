package cx.slinga.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseCustomerService;
import cx.slinga.cases.ChangeCustomer;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.Customers;
import cx.slinga.shared.BusinessException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is written to, and who is not. */
class LetterServiceTest {
  private static BulkHouse house;
  private String number = "";

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
    house.database.write(h -> h.execute("truncate customers cascade"));
    number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.wired.as("karin");
  }

  @Test
  void aCustomerWhoWasNeverAskedIsWrittenTo() {
    customer(null);
    send();
    assertEquals(1, house.count("outbox where kind = 'mail.letter'"));
    assertEquals(1, house.count("cases where state = 'IN_CONTACT'"));
  }

  @Test
  void aCustomerWhoSaidNoIsNot() {
    customer(true);
    customer(false);
    BusinessException refused = assertThrows(BusinessException.class, LetterServiceTest.this::send);
    assertEquals("letter.no-contact", refused.key());
    assertEquals("to", refused.field());
    assertEquals(0, house.count("letters"));
    assertEquals(0, house.count("outbox"));
    assertEquals(1, house.count("cases where state = 'OPEN'"));
  }

  @Test
  void whoConsentsAgainIsWrittenToAgain() {
    customer(false);
    customer(null);
    assertThrows(BusinessException.class, LetterServiceTest.this::send);
    customer(true);
    send();
    assertEquals(1, house.count("letters"));
  }

  @Test
  void whoTakesConsentBackOnTheTelephoneIsNotWrittenTo() {
    customer(true);
    house.wired.run(
        () ->
            house
                .wired
                .get(CaseCustomerService.class)
                .change(
                    new ChangeCustomer(
                        number,
                        null,
                        "Kim",
                        "kim@example.test",
                        null,
                        null,
                        "en",
                        null,
                        false,
                        null)));
    assertThrows(BusinessException.class, LetterServiceTest.this::send);
  }

  @Test
  void aPlaceholderThatNobodyFilledInIsNotSent() {
    customer(null);
    BusinessException refused =
        assertThrows(BusinessException.class, () -> send("Dear {customer},", "Thank you"));
    assertEquals("subject", refused.field());
    refused =
        assertThrows(BusinessException.class, () -> send("Your answer", "Dear {Customer name}"));
    assertEquals("body", refused.field());
    assertEquals(0, house.count("outbox"));
  }

  private static void customer(@Nullable Boolean consent) {
    house.database.write(
        h -> {
          Customers.keep(
              h,
              List.of(
                  new CustomerFacts(
                      "k1", "Kim", "kim@example.test", null, null, "en", null, consent, null)));
          h.execute("update cases set customer_id = (select id from customers)");
        });
  }

  private void send() {
    send("Your answer", "Thank you");
  }

  private void send(String subject, String body) {
    house.wired.run(
        () ->
            house
                .wired
                .get(LetterService.class)
                .send(new SendLetter(number, null, "kim@example.test", "en", subject, body)));
  }
}
