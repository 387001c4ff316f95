package cx.slinga.savedview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists that people keep under a name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewTest {
  private static final Map<String, String> LATE = Map.of("due", "late", "sort", "score_lowest");

  private BulkHouse house;

  @BeforeAll
  void open() {
    house = new BulkHouse();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
  }

  @Test
  void aSavedListIsThereForWhoSavedItAndForNobodyElse() {
    save("karin", "Late ones", LATE, null);
    SavedView view = views("karin").get(0);
    assertEquals("Late ones", view.name());
    assertEquals(LATE, view.parameters());
    assertTrue(view.own());
    assertTrue(views("dag").isEmpty());
    assertEquals(1, house.count("audit_entries where verb = 'view.saved' and actor = 'karin'"));
  }

  @Test
  void aHeadSharesWithTheOwnDepartmentOnly() {
    save("dag", "Ours", LATE, "signs");
    assertFalse(views("karin").get(0).own());
    assertEquals("signs", views("karin").get(0).department());
    assertTrue(views("kaj").isEmpty());
    assertRefused("department", () -> save("dag", "Theirs", LATE, "food"));
    assertRefused("department", () -> save("karin", "Mine", LATE, "signs"));
  }

  @Test
  void aNameIsNeededAndTakenOnceByEachPerson() {
    save("karin", "Late", LATE, null);
    save("kaj", "Late", LATE, null);
    assertRefused("name", () -> save("karin", " late ", LATE, null));
    assertRefused("name", () -> save("karin", "  ", LATE, null));
    assertRefused("name", () -> save("karin", "x".repeat(100_000), LATE, null));
  }

  @Test
  void aFilterThatDoesNotExistIsNotKept() {
    assertRefused("due", () -> save("karin", "Odd", Map.of("due", "yesterday"), null));
    assertEquals(0, house.count("saved_views"));
  }

  @Test
  void onlyWhoSavedItRenamesAndDeletesIt() {
    UUID id = save("dag", "Ours", LATE, "signs");
    SavedViewService service = house.wired.get(SavedViewService.class);
    assertThrows(
        NotFoundException.class, () -> house.wired.as("karin").run(() -> service.delete(id)));
    assertThrows(
        NotFoundException.class,
        () -> house.wired.as("karin").run(() -> service.rename(id, "Mine")));
    house.wired.as("dag").run(() -> service.rename(id, "🧭 Våra <b>"));
    assertEquals("🧭 Våra <b>", views("karin").get(0).name());
    house.wired.as("dag").run(() -> service.delete(id));
    assertTrue(views("karin").isEmpty());
  }

  private UUID save(String who, String name, Map<String, String> parameters, String department) {
    SavedViewService service = house.wired.get(SavedViewService.class);
    house.wired.as(who);
    return house.wired.in(() -> service.save(name, parameters, department));
  }

  private List<SavedView> views(String who) {
    return house.wired.as(who).get(SavedViewQueries.class).mine();
  }

  private static void assertRefused(String field, Runnable attempt) {
    assertEquals(field, assertThrows(BusinessException.class, attempt::run).field());
  }
}
