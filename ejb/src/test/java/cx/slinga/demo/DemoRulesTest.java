package cx.slinga.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.rules.RoutingRule;
import cx.slinga.rules.RuleBook;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.TestPostgres;
import cx.slinga.shared.Wired;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that the demo shows in the editor. */
class DemoRulesTest {
  @Test
  void theyAreSavedOnceAndRecorded() {
    try (TestPostgres postgres = new TestPostgres();
        Wired wired =
            new Wired(
                postgres,
                postgres::inTransaction,
                Clock.fixed(Instant.parse("2026-11-16T09:00:00Z"), ZoneOffset.UTC))) {
      Database database = new Database(postgres);
      wired.run(() -> wired.get(DemoStructure.class).load(Airport.read()));
      database.write(
          h ->
              h.execute(
                  "insert into people (id, username, name, roles) values (?, 'karin', 'Karin',"
                      + " array['case_owner'])",
                  Ids.next()));
      wired.run(() -> wired.get(DemoRules.class).play());
      wired.run(() -> wired.get(DemoRules.class).play());
      assertEquals(
          List.of("Nordic languages", "Chat and social media", "Business customers"),
          wired.get(RuleBook.class).routing().rules().stream().map(RoutingRule::name).toList());
      long recorded =
          database.read(
              h ->
                  h.createQuery("select count(*) from audit_entries where verb = 'rules.changed'")
                      .mapTo(Long.class)
                      .one());
      assertEquals(1, recorded);
    }
  }
}
