package cx.slinga.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.clocks.PauseReason;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notes on cases: kept for whoever may see the case, never told by the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseNoteServiceTest {
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
  void aNoteStandsInTheTimelineWithItsAuthorAndTime() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    note("karin", number, "  Ground crew <b>knows</b> 👍\nנמסר  ");
    note("dag", number, "Good");
    List<TimelineEntry> timeline = timeline("alva", number);
    assertEquals(
        List.of("dag: Good", "karin: Ground crew <b>knows</b> 👍\nנמסר"),
        timeline.stream().map(entry -> entry.actorName() + ": " + entry.note()).toList());
    assertEquals("case.noted", timeline.get(0).verb());
    assertEquals(
        2,
        house.count(
            "case_notes n join people p on p.id = n.written_by where p.username in ('karin',"
                + " 'dag') and n.written_at = timestamptz '"
                + BulkHouse.NOW
                + "'"));
  }

  @Test
  void theRecordNamesTheNoteWithoutItsWords() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    note("karin", number, "Ground crew knows");
    assertEquals(
        1,
        house.count(
            "audit_entries e join case_notes n on e.changes -> 'note' ->> 1 = n.id::text where"
                + " e.verb = 'case.noted' and e.actor = 'karin'"));
    assertEquals(0, house.count("audit_entries e where e::text like '%crew%'"));
  }

  @Test
  void aBlankOrTooLongNoteIsRefusedAtItsFieldAndNothingIsKept() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    assertEquals("note.blank", refused(number, null));
    assertEquals("note.blank", refused(number, " \n "));
    assertEquals("text.too-long", refused(number, "x".repeat(CaseNoteService.NOTE_MAX + 1)));
    assertEquals(0, house.count("case_notes"));
    note("karin", number, "x".repeat(CaseNoteService.NOTE_MAX));
    assertEquals(1, house.count("case_notes"));
  }

  @Test
  void whoMayNotWorkTheCaseWritesNoNote() {
    String number = house.cases(1, "OPEN", "signs", "dag").get(0);
    assertThrows(NotFoundException.class, () -> note("kaj", number, "Mine"));
    assertThrows(NotAllowedException.class, () -> note("karin", number, "Mine"));
    assertThrows(NotAllowedException.class, () -> note("alva", number, "Mine"));
    assertEquals(0, house.count("case_notes"));
  }

  @Test
  void thePauseTellsWhatWasSaidOfIt() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house
        .wired
        .as("karin")
        .run(
            () ->
                house
                    .wired
                    .get(ClockService.class)
                    .pause(number, null, PauseReason.SUPPLIER, "The sign is ordered"));
    house.wired.as("karin").run(() -> house.wired.get(ClockService.class).resume(number, null));
    List<TimelineEntry> timeline = timeline("karin", number);
    assertNull(timeline.get(0).note());
    assertEquals("The sign is ordered", timeline.get(1).note());
  }

  private String refused(String number, @Nullable String text) {
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> note("karin", number, text));
    assertEquals("note", refusal.field());
    return refusal.key();
  }

  private void note(String who, String number, @Nullable String text) {
    house.wired.as(who).run(() -> house.wired.get(CaseNoteService.class).add(number, text));
  }

  private List<TimelineEntry> timeline(String who, String number) {
    house.wired.as(who);
    return house.wired.in(
        () ->
            house
                .wired
                .get(CaseQueries.class)
                .details(house.wired.get(CurrentUser.class).get().cases(), number)
                .timeline());
  }
}
