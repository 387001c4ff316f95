package cx.slinga.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.shared.Database;
import cx.slinga.shared.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final Instant NOW = Instant.parse("2026-11-16T07:30:00Z");

  @Test
  void versionsAreKeptAndTheSecondToSaveTheSameIsTold() {
    try (TestPostgres postgres = new TestPostgres()) {
      RuleBook book = new RuleBook(new Database(postgres));
      assertEquals(RoutingRules.none(), book.routing());
      RoutingRules first =
          new RoutingRules(
              1,
              List.of(
                  new RoutingRule(
                      "Signs",
                      List.of(Condition.oneOf(Subject.WORDS, "\"quoted\"", "<b>", "שלום", "😡")),
                      new UUID(0, 1),
                      new UUID(0, 2),
                      Sharing.ROUND_ROBIN),
                  new RoutingRule(null, List.of(), new UUID(0, 1), null, Sharing.LEAST_LOADED)));
      assertTrue(book.save(null, 1, RulesJson.write(first), "cecilia", NOW));
      assertFalse(book.save(null, 1, RulesJson.write(RoutingRules.none()), "admin", NOW));
      assertTrue(book.save(null, 2, RulesJson.write(RoutingRules.none()), "admin", NOW));
      assertEquals(Optional.of(first), book.routing(1));
      assertEquals(2, book.routing().version());
      assertEquals(SurveyRules.standard(), book.of(new UUID(0, 3)));
    }
  }
}
