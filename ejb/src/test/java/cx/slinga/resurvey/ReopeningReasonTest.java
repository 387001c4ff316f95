package cx.slinga.resurvey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseReopening;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.TimelineEntry;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Why a case was taken up again: told to whoever works it next, never by the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReopeningReasonTest {
  private final BulkHouse house = new BulkHouse();

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void theReasonIsKeptWithWhoAndWhen() {
    String number = house.cases(1, "CLOSED", "signs", "karin").get(0);
    reopen(number, "  She wrote: \"still <b>no</b> sign\" 👎\nנמסר ");

    CaseReopening reopening = details(number).reopening();
    assertNotNull(reopening);
    assertEquals("She wrote: \"still <b>no</b> sign\" 👎\nנמסר", reopening.reason());
    assertEquals("cecilia", reopening.by());
    assertEquals(BulkHouse.NOW, reopening.at());
    assertNull(reopening.score());
  }

  @Test
  void theTimelineTellsTheReasonAndTheRecordDoesNot() {
    String number = house.cases(1, "CLOSED", "signs", "karin").get(0);
    reopen(number, "She wrote again");

    TimelineEntry entry = details(number).timeline().get(0);
    assertEquals("case.reopened", entry.verb());
    assertEquals("She wrote again", entry.note());
    assertEquals(
        1,
        house.count(
            "audit_entries e join case_reopenings o on e.changes -> 'reopening' ->> 1 ="
                + " o.id::text where e.verb = 'case.reopened' and e.actor = 'cecilia'"));
    assertEquals(0, house.count("audit_entries e where e::text like '%wrote%'"));
  }

  @Test
  void theLastReasonStandsAndTheTimelineKeepsEach() {
    String number = house.cases(1, "CLOSED", "signs", "karin").get(0);
    reopen(number, "First");
    house.database.write(h -> h.execute("update cases set state = 'CLOSED'"));
    reopen(number, "Second");

    CaseDetails details = details(number);
    assertNotNull(details.reopening());
    assertEquals("Second", details.reopening().reason());
    assertEquals("Second", details.timeline().get(0).note());
    assertEquals("First", details.timeline().get(1).note());
  }

  @Test
  void aCaseThatIsClosedAgainNeedsNoReasonAnyMore() {
    String number = house.cases(1, "CLOSED", "signs", "karin").get(0);
    reopen(number, "First");
    house.database.write(h -> h.execute("update cases set state = 'CLOSED'"));
    assertNull(details(number).reopening());
  }

  @Test
  void aBlankOrTooLongReasonIsRefusedAtItsFieldAndNothingIsKept() {
    String number = house.cases(1, "CLOSED", "signs", "karin").get(0);
    assertEquals("reason.missing", refused(number, " \n "));
    assertEquals("text.too-long", refused(number, "x".repeat(CaseService.NOTE_MAX + 1)));
    assertEquals(0, house.count("case_reopenings"));
    assertEquals(CaseState.CLOSED, details(number).row().state());
  }

  @Test
  void aNegativeNewScoreSaysThatItOpenedTheCaseAgain() {
    String number = house.cases(1, "RESOLVED", "signs", "karin").get(0);
    house.wired.as("karin");
    house.wired.run(() -> house.wired.get(RecoveryService.class).record(number, null, 2));

    CaseDetails details = details(number);
    assertEquals(CaseState.REOPENED, details.row().state());
    assertNotNull(details.reopening());
    assertNull(details.reopening().reason());
    assertEquals(2, details.reopening().score());
    assertEquals("2", details.timeline().get(0).facts().get("score"));
    assertEquals("NEGATIVE_AGAIN", details.timeline().get(0).facts().get("reason"));
  }

  private String refused(String number, String reason) {
    BusinessException refusal = assertThrows(BusinessException.class, () -> reopen(number, reason));
    assertEquals("reason", refusal.field());
    return refusal.key();
  }

  private void reopen(String number, String reason) {
    house.wired.as("cecilia");
    house.wired.run(() -> house.wired.get(CaseService.class).reopen(number, null, reason));
  }

  private CaseDetails details(String number) {
    house.wired.as("karin");
    return house.wired.in(
        () ->
            house
                .wired
                .get(CaseQueries.class)
                .details(house.wired.get(CurrentUser.class).get().cases(), number));
  }
}
