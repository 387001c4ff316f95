package cx.slinga.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stages and touchpoints, and who answers for them. */
class JourneyServiceTest {
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
  void aStageGetsAKeyLikeItsNameAndItsPlace() {
    assertEquals("fore-resan", addStage("Före resan", null));
    assertEquals("fore-resan-2", addStage("före RESAN", "s"));
    assertEquals("stage", addStage("旅行の前に", "fore-resan"));
    assertEquals(List.of("fore-resan", "stage", "s", "fore-resan-2"), stages());
    assertEquals(3, house.count("audit_entries where verb = 'stage.added'"));
  }

  @Test
  void aStageIsRenamedAndMoved() {
    addStage("After", "s");
    change("after", 0L, "Afterwards", null);
    assertEquals(List.of("after", "s"), stages());
    assertEquals(1, house.count("stages where name = 'Afterwards' and key = 'after'"));
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'stage.changed' and changes -> 'after' ->> 0 = 's' and"
                + " changes::text not like '%Afterwards%'"));
  }

  @Test
  void aTouchpointIsPlacedWithinItsStage() {
    assertEquals(List.of("at-food", "at-signs"), touchpoints().stream().sorted().toList());
    place("at-food", null);
    assertEquals(List.of("at-food", "at-signs"), touchpoints());
    place("at-food", "at-signs");
    assertEquals(List.of("at-signs", "at-food"), touchpoints());
    place("at-food", "at-signs");
    place("at-food", " ");
    assertEquals(List.of("at-food", "at-signs"), touchpoints());
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'touchpoint.changed' and object_id = 'at-food' and changes"
                + " -> 'after' ->> 1 = 'at-signs'"));
  }

  @Test
  void aTouchpointFollowsOneOfItsStageOnly() {
    house.database.write(
        h -> {
          h.execute(
              "insert into stages (id, journey_id, key, name, position) values (?, ?, 'late',"
                  + " 'Late', 2)",
              house.id("late"),
              house.id("airport"));
          h.execute(
              "insert into touchpoints (id, stage_id, key, name, position, department_id) values"
                  + " (?, ?, 'bags', 'Bags', 1, ?)",
              house.id("bags"),
              house.id("late"),
              house.id("food"));
        });
    Map<String, String> refusals =
        Map.of(
            "bags", "touchpoint.other-stage",
            "at-food", "touchpoint.after-itself",
            "nowhere", "touchpoint.unknown",
            "<b>\u202e", "touchpoint.unknown");
    refusals.forEach(
        (after, refusal) ->
            refused(
                "after",
                refusal,
                () -> {
                  place("at-food", after);
                  return "";
                }));
    assertThrows(NotFoundException.class, () -> place("nowhere", null));
  }

  private static void place(String touchpoint, @Nullable String after) {
    house.wired.run(() -> house.wired.get(TouchpointService.class).place(touchpoint, after));
  }

  private static List<String> touchpoints() {
    return house.wired.get(JourneyQueries.class).touchpoints().stream()
        .map(TouchpointRow::key)
        .toList();
  }

  @Test
  void whoIsBehindIsTold() {
    addStage("After", "s");
    change("after", 0L, "Afterwards", "s");
    assertThrows(ChangedMeanwhileException.class, () -> change("after", 0L, "Later", "s"));
  }

  @Test
  void aStageDoesNotComeAfterItselfOrAnUnknownOne() {
    refused("after", "stage.unknown", () -> addStage("After", "nowhere"));
    refused(
        "after",
        "stage.unknown",
        () -> {
          change("s", null, "S", "s");
          return "";
        });
    assertEquals(1, house.count("stages"));
  }

  @Test
  void namesAreNeeded() {
    refused("name", "journey.name-missing", () -> addStage(" ", null));
    refused("name", "text.too-long", () -> addStage("x".repeat(201), null));
    refused("name", "journey.name-missing", () -> add(null, "\t", "signs", null));
  }

  @Test
  void aTouchpointIsAddedWithWhoAnswersForIt() {
    assertEquals("gate-no-7", add("", "Gate no. 7", "signs", "karin"));
    assertEquals("lounge", add(" lounge ", "<b>The lounge</b>", "food", null));
    ResponsibilityRow gate = row("gate-no-7");
    assertEquals("signs", gate.departmentKey());
    assertEquals("karin", gate.personUsername());
    assertNull(row("lounge").personUsername());
    assertEquals("<b>The lounge</b>", row("lounge").name());
  }

  @Test
  void aKeyIsTakenOnce() {
    refused("key", "touchpoint.key-taken", () -> add("at-signs", "Other", "signs", null));
    refused("key", "department.key-wrong", () -> add("At signs", "Other", "signs", null));
  }

  @Test
  void noTwoTouchpointsOfAStageHaveTheSameName() {
    add("gate", "Gate Östra", "signs", null);
    refused("name", "touchpoint.name-taken", () -> add("other", " gate östra", "signs", null));
    refused("name", "touchpoint.name-taken", () -> save("at-food", "GATE ÖSTRA", "s"));
    assertEquals("", save("gate", "Gate östra", "s"));
    String late = addStage("Late", "s");
    assertEquals("", save("at-food", "Gate östra", late));
    refused("name", "touchpoint.name-taken", () -> save("at-food", "Gate östra", "s"));
    assertEquals(3, house.count("touchpoints"));
  }

  private static String save(String touchpoint, String name, String stage) {
    house.wired.run(
        () ->
            service()
                .changeTouchpoint(
                    touchpoint, null, new SaveTouchpoint(name, stage, "signs", null)));
    return "";
  }

  @Test
  void aTouchpointIsRenamedMovedAndGivenToOthers() {
    String stage = addStage("After", "s");
    house.wired.run(
        () ->
            service()
                .changeTouchpoint(
                    "at-signs", 0L, new SaveTouchpoint("Signposts", stage, "food", "kaj")));
    ResponsibilityRow now = row("at-signs");
    assertEquals("Signposts", now.name());
    assertEquals("after", now.stageKey());
    assertEquals("food", now.departmentKey());
    assertEquals("kaj", now.personUsername());
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'touchpoint.changed' and (select count(*) from"
                + " jsonb_object_keys(changes)) = 4"));
  }

  @Test
  void whoDoesNotExistOrTakesNoNewWorkIsRefused() {
    refused("department", "department.unknown", () -> add(null, "Gate", "nowhere", null));
    refused("person", "person.unknown", () -> add(null, "Gate", "signs", "alva"));
    house.database.write(h -> h.execute("update departments set is_open = false"));
    refused("department", "department.closed", () -> add(null, "Gate", "signs", null));
    assertEquals(2, house.count("touchpoints"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThrows(NotFoundException.class, () -> change("nowhere", null, "Name", null));
    assertThrows(
        NotFoundException.class,
        () ->
            house.wired.run(
                () ->
                    service()
                        .changeTouchpoint(
                            "nowhere", null, new SaveTouchpoint("N", "s", "signs", null))));
  }

  @Test
  void responsibilityGoesToTheDepartmentAndPersonThatAreNamed() {
    TouchpointService touchpoints = house.wired.get(TouchpointService.class);
    house.wired.run(() -> touchpoints.assign("at-food", "signs", "karin"));
    assertEquals("signs", row("at-food").departmentKey());
    assertEquals("karin", row("at-food").personUsername());
    house.wired.run(() -> touchpoints.assign("at-food", "food", null));
    assertNull(row("at-food").personUsername());
    assertEquals(2, house.count("audit_entries where verb = 'touchpoint.assigned'"));
  }

  @Test
  void responsibilityIsRefusedWhereNobodyCouldTakeIt() {
    TouchpointService touchpoints = house.wired.get(TouchpointService.class);
    assertThrows(
        NotFoundException.class,
        () -> house.wired.run(() -> touchpoints.assign("nowhere", "food", null)));
    refused("department", "department.unknown", assigning("nowhere", null));
    refused("person", "person.unknown", assigning("food", "nobody"));
    house.database.write(
        h -> h.execute("update departments set is_open = false where key = 'signs'"));
    refused("department", "department.closed", assigning("signs", null));
    assertEquals("food", row("at-food").departmentKey());
    assertEquals(0, house.count("audit_entries"));
  }

  private static Supplier<String> assigning(String department, @Nullable String person) {
    return () -> {
      house.wired.run(
          () -> house.wired.get(TouchpointService.class).assign("at-food", department, person));
      return "";
    };
  }

  private static JourneyService service() {
    return house.wired.get(JourneyService.class);
  }

  private static String addStage(String name, @Nullable String after) {
    return house.wired.in(() -> service().addStage("airport", new SaveStage(name, after)));
  }

  private static void change(
      String key, @Nullable Long version, String name, @Nullable String after) {
    house.wired.run(() -> service().changeStage(key, version, new SaveStage(name, after)));
  }

  private static String add(
      @Nullable String key, String name, String department, @Nullable String person) {
    return house.wired.in(
        () -> service().addTouchpoint(key, new SaveTouchpoint(name, "s", department, person)));
  }

  private static List<String> stages() {
    return house.wired.get(JourneyQueries.class).stages().stream().map(StageRow::key).toList();
  }

  private static ResponsibilityRow row(String key) {
    return house.wired.get(JourneyQueries.class).responsibilities().stream()
        .filter(t -> t.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static void refused(String field, String key, Supplier<String> call) {
    BusinessException refused = assertThrows(BusinessException.class, call::get);
    assertEquals(key, refused.key());
    assertEquals(field, refused.field());
  }
}
