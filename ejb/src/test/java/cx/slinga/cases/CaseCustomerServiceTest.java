package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.Customers;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.ChangedMeanwhileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is learned of a customer, by several people at once. */
class CaseCustomerServiceTest {
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
    keep("Kim");
    house.wired.as("karin");
  }

  @Test
  void theSecondOfTwoWhoChangeACustomerIsTold() {
    long seen = customer().version();
    change(seen, "070 1");
    assertThrows(ChangedMeanwhileException.class, () -> change(seen, "070 2"));
    assertEquals("070 1", customer().phone());
    assertEquals("karin", customer().changedBy());
    change(customer().version(), "070 2");
    assertEquals("070 2", customer().phone());
  }

  @Test
  void anImportInBetweenIsAChangeToo() {
    long seen = customer().version();
    keep("Kim Berg");
    assertThrows(ChangedMeanwhileException.class, () -> change(seen, "070 1"));
  }

  @Test
  void whoNamesNoVersionOverwrites() {
    change(null, "070 1");
    change(null, "070 2");
    assertEquals("070 2", customer().phone());
  }

  private void change(@Nullable Long seen, String phone) {
    house.wired.run(
        () ->
            house
                .wired
                .get(CaseCustomerService.class)
                .change(
                    new ChangeCustomer(
                        number, seen, "Kim", null, phone, null, "en", null, true, null)));
  }

  private CaseCustomer customer() {
    return house
        .wired
        .get(CaseCustomerQueries.class)
        .of(house.wired.get(CurrentUser.class).get().cases(), number)
        .orElseThrow();
  }

  private static void keep(String name) {
    house.database.write(
        h -> {
          Customers.keep(
              h, List.of(new CustomerFacts("k1", name, null, null, null, "en", null, true, null)));
          h.execute("update cases set customer_id = (select id from customers)");
        });
  }
}
