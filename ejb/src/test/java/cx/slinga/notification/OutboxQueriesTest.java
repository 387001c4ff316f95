package cx.slinga.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutboxQueriesTest {
  @Test
  void addressesAreMaskedWhereverTheyStand() {
    assertEquals(
        "550 <k•••@example.test>: no such user karin",
        OutboxQueries.masked("550 <kjell@example.test>: no such user karin"));
    assertEquals("karin", OutboxQueries.masked("karin"));
  }
}
