package cx.slinga.actionplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseChange;
import cx.slinga.cases.CaseChangeQueries;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.TimelineEntry;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.NameCause;
import cx.slinga.security.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The story of a case calls things by their names: which action, which cause, what was said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTimelineTest {
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
  void eachChangeOfThePlanNamesItsActionAndWhatBecameOfIt() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    UUID sign = add(number, "Order the sign");
    UUID call = add(number, "Call back");
    house.wired.run(() -> actions().complete(sign, null, null, null));
    house.wired.run(() -> actions().cancel(call, null, "Not needed"));
    house.wired.run(() -> actions().reopen(sign, null, "It fell down"));

    assertEquals(
        List.of(
            "action.reopened Order the sign",
            "action.cancelled Call back",
            "action.done Order the sign",
            "action.added Call back",
            "action.added Order the sign"),
        timeline(number).stream()
            .map(TimelineEntry::about)
            .map(about -> about.verb() + " " + about.name())
            .toList());
    assertEquals(sign, timeline(number).get(0).about().id());
    assertEquals("action", timeline(number).get(0).about().type());
  }

  @Test
  void whoWasSlowerIsToldWhatBecameOfWhichAction() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    UUID sign = add(number, "Order the sign");
    add(number, "Call back");
    long seen =
        house.database.read(
            h -> h.createQuery("select version from cases").mapTo(Long.class).one());
    house.wired.run(() -> actions().complete(sign, null, null, null));
    house.wired.run(() -> actions().reopen(sign, null, "It fell down"));
    List<String> told =
        house.wired.in(
            () ->
                house
                    .wired
                    .get(CaseChangeQueries.class)
                    .since(house.wired.get(CurrentUser.class).get().cases(), number, seen)
                    .stream()
                    .map(CaseChange::about)
                    .map(about -> about.verb() + " " + about.name())
                    .toList());
    assertEquals(List.of("action.done Order the sign", "action.reopened Order the sign"), told);
  }

  @Test
  void anActionThatAJobGaveToManyCasesIsNamedInEach() {
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    house.done(
        "cecilia",
        "plan",
        Map.of(
            "title", "Order the sign",
            "kind", "CORRECTIVE",
            "owner", "karin",
            "deadline", "2026-12-01"),
        numbers);
    for (String number : numbers) {
      TimelineEntry entry = timeline(number).get(0);
      assertEquals("Order the sign", entry.about().name());
      assertEquals(
          1,
          house.count(
              "actions a join cases c on c.id = a.case_id where c.number = '"
                  + number
                  + "' and a.id = '"
                  + entry.about().id()
                  + "'"));
    }
  }

  @Test
  void anAnalysisNamesTheCauseThatItLinkedThen() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.wired.as("karin");
    name(number, house.id("cause-signs"));
    name(number, house.id("cause-food"));
    assertEquals(
        List.of("food", "signs"),
        timeline(number).stream().map(entry -> entry.about().name()).toList());
    assertEquals("cause", timeline(number).get(0).about().type());
    assertEquals(house.id("cause-food"), timeline(number).get(0).about().id());
  }

  @Test
  void aContactTellsWhatWasSaid() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    contact(number, ContactOutcome.NO_ANSWER, null);
    contact(number, ContactOutcome.REACHED, "She will come back");
    assertEquals("She will come back", timeline(number).get(0).note());
    assertEquals("REACHED", timeline(number).get(0).facts().get("outcome"));
    assertNull(timeline(number).get(0).about());
  }

  private void contact(String number, ContactOutcome outcome, String note) {
    house.wired.as("karin");
    house.wired.run(
        () ->
            house
                .wired
                .get(CaseService.class)
                .contact(number, null, ContactChannel.PHONE, outcome, note));
  }

  private void name(String number, UUID cause) {
    house.wired.run(
        () ->
            house
                .wired
                .get(AnalysisService.class)
                .nameCause(
                    new NameCause(
                        number, null, "at-signs", "at-signs", cause, null, List.of(), false)));
  }

  private UUID add(String number, String title) {
    house.wired.as("karin");
    return house.wired.in(
        () ->
            actions()
                .add(
                    new AddAction(
                        number,
                        null,
                        title,
                        ActionKind.CORRECTIVE,
                        "karin",
                        LocalDate.of(2026, 12, 1),
                        null)));
  }

  private ActionService actions() {
    return house.wired.get(ActionService.class);
  }

  private List<TimelineEntry> timeline(String number) {
    house.wired.as("karin");
    return house.wired.in(
        () ->
            house
                .wired
                .get(CaseQueries.class)
                .details(house.wired.get(CurrentUser.class).get().cases(), number)
                .timeline());
  }
}
