package cx.slinga.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may say that somebody is away, and what cannot be. */
class AbsenceServiceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

  private static BulkHouse house;

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
    house.wired.as("karin");
  }

  @Test
  void everybodySaysSoOfThemselves() {
    UUID id = announce(null, "kaj", TODAY, TODAY.plusDays(4));
    assertEquals(1, house.count("absences where id = '" + id + "'"));
    assertEquals(
        1, house.count("audit_entries where verb = 'absence.announced' and object_id = 'karin'"));
    house.wired.run(() -> service().cancel(id));
    assertEquals(0, house.count("absences"));
    assertThrows(NotFoundException.class, () -> house.wired.run(() -> service().cancel(id)));
  }

  @Test
  void aHeadSaysSoOfOwnPeopleAndOfNobodyElse() {
    house.wired.as("dag");
    UUID id = announce("karin", "kaj", TODAY, TODAY);
    assertThrows(NotAllowedException.class, () -> announce("kaj", "karin", TODAY, TODAY));
    house.wired.as("dorte");
    assertThrows(NotAllowedException.class, () -> house.wired.run(() -> service().cancel(id)));
    assertEquals(1, house.count("absences"));
  }

  @Test
  void aCaseOwnerSaysNothingOfOthers() {
    assertThrows(NotAllowedException.class, () -> announce("kaj", "karin", TODAY, TODAY));
  }

  @Test
  void daysAreChecked() {
    refused("to", "absence.ends-before", TODAY.plusDays(2), TODAY);
    refused("to", "absence.past", TODAY.minusDays(3), TODAY.minusDays(1));
    refused("to", "absence.too-far", TODAY, TODAY.plusDays(731));
    refused("from", "absence.too-far", TODAY.minusDays(731), TODAY);
    assertEquals(0, house.count("absences"));
  }

  @Test
  void twoAbsencesDoNotOverlap() {
    announce(null, "kaj", TODAY, TODAY.plusDays(4));
    refused("from", "absence.overlaps", TODAY.plusDays(4), TODAY.plusDays(9));
    announce(null, "kaj", TODAY.plusDays(5), TODAY.plusDays(9));
    assertEquals(2, house.count("absences"));
  }

  @Test
  void nobodyStandsInForThemselvesAndOnlyWhoMayOwnCasesDoes() {
    BusinessException self =
        assertThrows(BusinessException.class, () -> announce(null, "karin", TODAY, TODAY));
    assertEquals("absence.stand-in-self", self.key());
    for (String nobody : new String[] {"alva", "nobody"}) {
      BusinessException refused =
          assertThrows(BusinessException.class, () -> announce(null, nobody, TODAY, TODAY));
      assertEquals("standIn", refused.field());
    }
  }

  private static AbsenceService service() {
    return house.wired.get(AbsenceService.class);
  }

  private static UUID announce(
      @Nullable String person, String standIn, LocalDate from, LocalDate to) {
    return house.wired.in(() -> service().announce(new AnnounceAbsence(person, standIn, from, to)));
  }

  private static void refused(String field, String key, LocalDate from, LocalDate to) {
    BusinessException refused =
        assertThrows(BusinessException.class, () -> announce(null, "kaj", from, to));
    assertEquals(key, refused.key());
    assertEquals(field, refused.field());
  }
}
