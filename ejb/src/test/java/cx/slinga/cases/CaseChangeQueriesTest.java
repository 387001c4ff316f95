package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.clocks.PauseReason;
import cx.slinga.clocks.Severity;
import cx.slinga.letters.LetterService;
import cx.slinga.letters.SendLetter;
import cx.slinga.organisation.HandOverService;
import cx.slinga.security.CurrentUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody's version is no longer the last: what has been done since. */
class CaseChangeQueriesTest {
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
  void aCaseOfKarins() {
    house.furnish();
    number = house.cases(1, "OPEN", "signs", "karin").get(0);
  }

  @Test
  void everythingSinceTheReadersVersionIsTold() {
    contact("karin");
    long seen = version();
    pause("karin");
    house.wired.as("dag");
    house.wired.run(
        () -> house.wired.get(ClockService.class).changeSeverity(number, null, Severity.HIGH));
    contact("karin");
    assertEquals(
        List.of("karin case.paused", "dag case.severity-changed", "karin case.contacted"),
        since(seen));
  }

  @Test
  void aSavingThatDoesTwoThingsTellsBoth() {
    long seen = version();
    house.wired.as("karin");
    house.wired.run(
        () -> {
          house
              .wired
              .get(CaseService.class)
              .contact(number, null, ContactChannel.PHONE, ContactOutcome.REACHED, "Spoken to");
          house.wired.get(ClockService.class).pause(number, null, PauseReason.CUSTOMER, "");
        });
    assertEquals(List.of("karin case.contacted", "karin case.paused"), since(seen));
  }

  @Test
  void whatIsDoneInBulkIsToldToo() {
    long seen = version();
    house.done("dag", "assign", Map.of("owner", "dag"), List.of(number));
    house.wired.as("cecilia");
    house.wired.run(() -> house.wired.get(HandOverService.class).handOver("dag", "kaj"));
    assertEquals(List.of("dag case.assigned", "cecilia case.assigned"), since(seen));
  }

  @Test
  void whatTheReaderHasSeenIsNotTold() {
    contact("karin");
    assertEquals(List.of(), since(version()));
  }

  @Test
  void aLetterIsOneThing() {
    long seen = version();
    house.wired.as("karin");
    house.wired.run(
        () ->
            house
                .wired
                .get(LetterService.class)
                .send(new SendLetter(number, null, "kim@example.test", "en", "Subject", "Body")));
    assertEquals(1, since(seen).size());
  }

  private void contact(String who) {
    house.wired.as(who);
    house.wired.run(
        () ->
            house
                .wired
                .get(CaseService.class)
                .contact(number, null, ContactChannel.PHONE, ContactOutcome.NO_ANSWER, ""));
  }

  private void pause(String who) {
    house.wired.as(who);
    house.wired.run(
        () -> house.wired.get(ClockService.class).pause(number, null, PauseReason.CUSTOMER, ""));
  }

  private long version() {
    return house.database.read(
        h -> h.createQuery("select version from cases").mapTo(Long.class).one());
  }

  private List<String> since(long version) {
    house.wired.as("cecilia");
    return house
        .wired
        .get(CaseChangeQueries.class)
        .since(house.wired.get(CurrentUser.class).get().cases(), number, version)
        .stream()
        .map(change -> change.by() + " " + change.verb())
        .toList();
  }
}
