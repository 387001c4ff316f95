package cx.slinga.actionplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.bulk.BulkRefusal;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.DismissalReason;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.shared.BusinessException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A verb done to one case, and the same done in bulk to its twin, leave the same rows, the same
 * entries in the record and the same refusals.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkTwinsTest {
  private static final List<String> STATES =
      List.of("OPEN", "IN_CONTACT", "ANALYSED", "ACTING", "RESOLVED", "CLOSED", "DISMISSED");

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
  void assigning() {
    CaseService cases = house.wired.get(CaseService.class);
    compare(
        "cecilia",
        "assign",
        Map.of("owner", "karin"),
        number -> cases.assign(number, null, "karin"));
  }

  @Test
  void assigningAsDepartmentHead() {
    CaseService cases = house.wired.get(CaseService.class);
    compare(
        "dag", "assign", Map.of("owner", "karin"), number -> cases.assign(number, null, "karin"));
  }

  @Test
  void dismissing() {
    CaseService cases = house.wired.get(CaseService.class);
    compare(
        "cecilia",
        "dismiss",
        Map.of("reason", "duplicate", "note", " seen before "),
        number -> cases.dismiss(number, null, DismissalReason.DUPLICATE, " seen before "));
  }

  @Test
  void linkingToACause() {
    AnalysisService analysis = house.wired.get(AnalysisService.class);
    UUID cause = house.id("cause-food");
    compare(
        "cecilia",
        "link",
        Map.of("causeId", cause.toString()),
        number -> analysis.link(number, null, cause, true));
  }

  @Test
  void addingAnAction() {
    ActionService actions = house.wired.get(ActionService.class);
    compare(
        "karin",
        "plan",
        Map.of(
            "title", " Put up a sign ",
            "kind", "CORRECTIVE",
            "owner", "kaj",
            "deadline", "2026-12-01"),
        number ->
            actions.add(
                new AddAction(
                    number,
                    null,
                    " Put up a sign ",
                    ActionKind.CORRECTIVE,
                    "kaj",
                    LocalDate.of(2026, 12, 1))));
  }

  private void compare(
      String who, String verb, Map<String, String> input, Consumer<String> single) {
    List<String> singles = new ArrayList<>();
    List<String> twins = new ArrayList<>();
    for (String state : STATES) {
      singles.addAll(house.cases(1, state, "signs", "karin"));
      twins.addAll(house.cases(1, state, "signs", "karin"));
    }
    singles.addAll(house.cases(1, "OPEN", "food", "kaj"));
    twins.addAll(house.cases(1, "OPEN", "food", "kaj"));

    List<String> refusedSingly = new ArrayList<>();
    for (String number : singles) {
      try {
        house.wired.as(who).run(() -> single.accept(number));
      } catch (BusinessException refusal) {
        refusedSingly.add(refusal.key());
      }
    }
    UUID id = house.ask(who, verb, input, twins);
    house.work(id, 99);

    assertEquals(
        refusedSingly, house.refusals(who, id).stream().map(BulkRefusal::reasonKey).toList());
    assertEquals(rows(singles), rows(twins));
    assertEquals(actions(singles), actions(twins));
    assertEquals(clocks(singles), clocks(twins));
    assertEquals(entries(singles), entries(twins));
    assertFalse(entries(twins).isEmpty());
  }

  /** Every column of the cases but those in which twins differ from birth. */
  private List<String> rows(List<String> numbers) {
    return texts(
        "select (to_jsonb(c) - 'id' - 'number' - 'response_id')::text from cases c where number ="
            + " any(:numbers) order by number",
        numbers);
  }

  private List<String> clocks(List<String> numbers) {
    List<String> all =
        texts(
            "select (to_jsonb(s) - 'id' - 'case_id')::text from clock_segments s join cases c on"
                + " c.id = s.case_id where c.number = any(:numbers) order by c.number, s.id",
            numbers);
    all.addAll(
        texts(
            "select (to_jsonb(d) - 'case_id')::text from deadlines d join cases c on c.id ="
                + " d.case_id where c.number = any(:numbers) order by c.number, d.clock",
            numbers));
    return all;
  }

  private List<String> actions(List<String> numbers) {
    return texts(
        "select (to_jsonb(a) - 'id' - 'case_id')::text from actions a join cases c on c.id ="
            + " a.case_id where c.number = any(:numbers) order by c.number",
        numbers);
  }

  /** Who did what, in order; ids of actions differ, and the way in is told. */
  private List<String> entries(List<String> numbers) {
    return texts(
        "select e.actor || ' ' || e.verb || ' ' || e.object_type || ' ' || e.outcome || ' ' ||"
            + " e.changes::text from audit_entries e left join actions a on e.object_type ="
            + " 'action' and a.id::text = e.object_id join cases c on c.number = e.object_id or"
            + " c.id = a.case_id where c.number = any(:numbers) order by c.number, e.id",
        numbers);
  }

  private List<String> texts(String sql, List<String> numbers) {
    return house.database.read(
        h ->
            h.createQuery(sql)
                .bind("numbers", numbers.toArray(new String[0]))
                .mapTo(String.class)
                .list());
  }
}
