package cx.slinga.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.calendar.CalendarKey;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree of departments as administrators change it. */
class DepartmentServiceTest {
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
    house.wired.as("cecilia");
  }

  @Test
  void aDepartmentIsAddedBelowAnother() {
    add("lounges", "Lounges", "food");
    DepartmentNode added = node("lounges");
    assertEquals("food", added.parentKey());
    assertEquals(1, added.depth());
    assertEquals(CalendarKey.DENMARK, added.calendar());
    assertEquals(
        1, house.count("audit_entries where verb = 'department.added' and object_id = 'lounges'"));
  }

  @Test
  void keysAndNamesAreChecked() {
    refused("key", "department.key-wrong", () -> add("No spaces", "Name", null));
    refused("key", "department.key-taken", () -> add("food", "Name", null));
    refused("name", "department.name-missing", () -> add("new", "\t ", null));
    refused("name", "text.too-long", () -> add("new", "x".repeat(201), null));
    refused("parent", "department.unknown", () -> add("new", "Name", "nowhere"));
    assertEquals(2, house.count("departments"));
    assertEquals(0, house.count("audit_entries"));
  }

  @Test
  void noTwoThatAreOpenHaveTheSameName() {
    add("lounges", "Lounges på Ön", null);
    refused("name", "department.name-taken", () -> add("other", " LOUNGES PÅ ÖN ", null));
    rename("lounges", "Lounges På ön", true);
    refused("name", "department.name-taken", () -> rename("food", "lounges på ön", true));
    rename("lounges", "Lounges", false);
    add("other", "Lounges", null);
    rename("lounges", "lounges", false);
    refused("name", "department.name-taken", () -> rename("lounges", "lounges", true));
    rename("other", "Others", true);
    rename("lounges", "lounges", true);
    assertEquals(4, house.count("departments where is_open"));
  }

  private static void rename(String key, String name, boolean open) {
    house.wired.run(
        () ->
            service().change(key, null, new SaveDepartment(name, null, CalendarKey.SWEDEN, open)));
  }

  @Test
  void aDepartmentNeverLiesBelowItself() {
    add("lounges", "Lounges", "food");
    refused("parent", "department.below-itself", () -> change("food", null, "lounges", true));
    refused("parent", "department.below-itself", () -> change("food", null, "food", true));
  }

  @Test
  void oneThatIsInUseIsNotClosed() {
    refused("open", "department.has-touchpoints", () -> change("food", null, null, false));
    house.database.write(h -> h.execute("truncate touchpoints cascade"));
    add("lounges", "Lounges", "food");
    refused("open", "department.has-departments", () -> change("food", null, null, false));
    change("lounges", null, "food", false);
    change("food", null, null, false);
    refused("parent", "department.closed", () -> add("new", "New", "food"));
  }

  @Test
  void theSecondOfTwoIsTold() {
    change("food", 0L, null, true);
    assertThrows(ChangedMeanwhileException.class, () -> change("food", 0L, null, true));
    assertThrows(NotFoundException.class, () -> change("nowhere", null, null, true));
  }

  @Test
  void itsLimitOfProjectsStaysUnlessItIsSaidOtherwise() {
    assertEquals(3, node("food").projectLimit());
    limit(5);
    change("food", null, null, true);
    assertEquals(5, node("food").projectLimit());
    assertEquals(
        1, house.count("audit_entries where changes -> 'projects' = jsonb_build_array('3', '5')"));
    refused("projects", "department.projects", () -> limit(0));
    refused("projects", "department.projects", () -> limit(21));
  }

  private static void limit(int projects) {
    house.wired.run(
        () ->
            service()
                .change(
                    "food",
                    null,
                    new SaveDepartment("Food", null, CalendarKey.SWEDEN, true, projects)));
  }

  @Test
  void theRecordHasNoNames() {
    house.wired.run(
        () ->
            service()
                .change(
                    "food",
                    null,
                    new SaveDepartment("A secret name", null, CalendarKey.NORWAY, true)));
    assertEquals(
        1,
        house.count(
            "audit_entries where changes -> 'calendar' ->> 1 = 'NORWAY' and changes -> 'name' is"
                + " not null and changes::text not like '%secret%'"));
  }

  private static DepartmentService service() {
    return house.wired.get(DepartmentService.class);
  }

  private static void add(String key, String name, @Nullable String parent) {
    house.wired.run(
        () -> service().add(key, new SaveDepartment(name, parent, CalendarKey.DENMARK, true)));
  }

  private static void change(
      String key, @Nullable Long version, @Nullable String parent, boolean open) {
    house.wired.run(
        () ->
            service()
                .change(
                    key, version, new SaveDepartment("Name", parent, CalendarKey.SWEDEN, open)));
  }

  private static DepartmentNode node(String key) {
    List<DepartmentNode> tree =
        new DepartmentQueries(house.database)
            .tree(house.wired.get(CurrentUser.class).get().counts());
    return tree.stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }

  private static void refused(String field, String key, Runnable call) {
    BusinessException refused = assertThrows(BusinessException.class, call::run);
    assertEquals(key, refused.key());
    assertEquals(field, refused.field());
  }
}
