package cx.slinga.rootcause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.cases.CaseNotClosable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The verbs of causes with all that they do: links, rights, record, mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CauseVerbsTest {
  private final BulkHouse house = new BulkHouse();

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
    house.database.write(
        h ->
            h.execute(
                "insert into cause_nodes (id, cause_id, branch, position) select gen_random_uuid(),"
                    + " k.id, 'PEOPLE', 1 from causes k"));
  }

  @Test
  void theCaseFollowsItsCauseAndTheSymptomsDepartmentKeepsSeeingIt() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    as("karin", () -> analysis().nameCause(named(number, "at-food", true)));
    assertEquals("kaj", owner(number));
    assertTrue(sees("karin", number));
    assertTrue(sees("kaj", number));
    assertTrue(sees("dorte", number));
    assertEquals(1, recorded("case.assigned", number));
    assertEquals(
        1,
        house.count("outbox where recipient = 'kaj' and payload ->> 'number' = '" + number + "'"));
  }

  @Test
  void aNewCauseBeginsWithTheWhysOfTheCaseThatNamedIt() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    UUID cause =
        read(
            "karin",
            () ->
                analysis()
                    .nameCause(
                        new NameCause(
                            number,
                            null,
                            "at-signs",
                            "at-signs",
                            null,
                            "Signs end",
                            List.of("The sign is missing", "Nobody put it back", ""),
                            true)));
    assertEquals(
        List.of("The sign is missing", "Nobody put it back"),
        details("karin", cause).whys().stream().map(Why::answer).toList());
  }

  @Test
  void theCaseStaysWhenItIsNotGivenAway() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    as("karin", () -> analysis().nameCause(named(number, "at-food", false)));
    assertEquals("karin", owner(number));
    assertEquals(0, recorded("case.assigned", number));
    assertTrue(sees("kaj", number));
  }

  @Test
  void aPreviousOwnerOutsideBothDepartmentsSeesItNoLonger() {
    String number = house.cases(1, "OPEN", "signs", "kaj").get(0);
    assertTrue(sees("kaj", number));
    as("kaj", () -> analysis().nameCause(named(number, "at-signs", true)));
    assertEquals("kaj", owner(number)); // felt and caused in one department: nothing follows
    as("cecilia", () -> analysis().nameCause(named(number, "at-food", true)));
    assertEquals("kaj", owner(number)); // of the department already
  }

  @Test
  void aBlankWhyInTheMiddleIsRefusedAndNothingIsSaved() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    NameCause command =
        new NameCause(
            number,
            null,
            "at-signs",
            "at-signs",
            null,
            "Signs end",
            List.of("one", " ", "three"),
            true);
    BusinessException refused =
        assertThrows(
            BusinessException.class, () -> as("karin", () -> analysis().nameCause(command)));
    assertEquals("why2", refused.field());
    assertEquals(0, house.count("cases where cause_id is not null"));
    assertEquals(0, house.count("causes where title = 'Signs end'"));
  }

  @Test
  void aNewCauseHasTheUsualBranchesAndBelongsToWhoCanRemoveIt() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    as(
        "karin",
        () ->
            analysis()
                .nameCause(
                    new NameCause(
                        number,
                        null,
                        "at-signs",
                        "at-food",
                        null,
                        "Shops close",
                        List.of(),
                        true)));
    assertEquals(
        6,
        house.count(
            "cause_nodes n join causes k on k.id = n.cause_id where k.title = 'Shops close'"));
    assertEquals(
        1,
        house.count(
            "causes k join people p on p.id = k.owner_id where k.title = 'Shops close' and"
                + " p.username = 'kaj'"));
  }

  @Test
  void aRejectedCauseIsNamedNoMoreAndAMergedOneMeansTheOther() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    UUID signs = house.id("cause-signs");
    as("cecilia", () -> service().merge(house.id("cause-food"), null, signs));
    as("karin", () -> analysis().link(number, null, signs, false));
    assertEquals(1, house.count("cases where cause_id = '" + house.id("cause-food") + "'"));
    as("cecilia", () -> service().reject(house.id("cause-food"), null, "It was not this"));
    assertEquals(
        "cause.rejected",
        assertThrows(
                BusinessException.class,
                () -> as("karin", () -> analysis().link(number, null, signs, false)))
            .key());
  }

  @Test
  void aCaseWhoseCauseIsRejectedLaterIsNotClosedUntilThatIsTakenBack() {
    UUID signs = house.id("cause-signs");
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    as("karin", () -> analysis().link(number, null, signs, false));
    assertFalse(missing(number).contains(ClosingPoint.CAUSE_STANDS));
    as("dag", () -> service().reject(signs, null, "It was the lamps"));
    assertTrue(missing(number).contains(ClosingPoint.CAUSE_STANDS));
    CaseNotClosable refusal =
        assertThrows(
            CaseNotClosable.class,
            () -> as("cecilia", () -> house.wired.get(CaseService.class).close(number, null)));
    assertTrue(refusal.missing().contains(ClosingPoint.CAUSE_STANDS));
    as("dag", () -> service().reconsider(signs, null));
    assertFalse(missing(number).contains(ClosingPoint.CAUSE_STANDS));
    assertEquals(1, recorded("cause.reconsidered", signs.toString()));
  }

  private List<ClosingPoint> missing(String number) {
    return read(
        "cecilia",
        () ->
            house
                .wired
                .get(CaseQueries.class)
                .details(sight("cecilia"), number)
                .row()
                .missingForClosing());
  }

  @Test
  void aCauseOfAClosedDepartmentIsRefusedAtItsField() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    house.database.write(
        h -> h.execute("update departments set is_open = false where key = 'food'"));
    UUID food = house.id("cause-food");
    assertClosed("causeId", () -> analysis().link(number, null, food, false));
    assertClosed("causeTouchpoint", () -> analysis().nameCause(named(number, "at-food", true)));
    UUID signs = house.id("cause-signs");
    as("karin", () -> analysis().link(number, null, signs, false));
    assertClosed(
        "touchpoint",
        () ->
            service()
                .split(
                    new SplitCause(
                        signs, null, "New", "at-food", List.of(number), Set.of(), Set.of())));
    assertEquals(0, house.count("causes where title in ('New', 'Something else')"));
  }

  private void assertClosed(String field, Runnable verb) {
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> as("cecilia", verb::run));
    assertEquals("department.closed", refusal.key());
    assertEquals(field, refusal.field());
  }

  @Test
  void aMergeIsRecordedForBothCausesAndEachCaseAndOldLinksLeadOn() {
    UUID signs = house.id("cause-signs");
    UUID food = house.id("cause-food");
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    for (String number : numbers) {
      as("karin", () -> analysis().link(number, null, signs, false));
    }
    as("cecilia", () -> service().merge(food, null, signs));
    assertEquals(3, house.count("cases where cause_id = '" + food + "'"));
    assertEquals(1, recorded("cause.merged", signs.toString()));
    assertEquals(1, recorded("cause.taken-in", food.toString()));
    for (String number : numbers) {
      assertEquals(1, recorded("case.cause-moved", number));
    }
    assertEquals(food, read("alva", () -> queries().resolve(signs)));
    assertThrows(
        BusinessException.class, () -> as("cecilia", () -> service().confirm(signs, null)));
  }

  @Test
  void aSplitIsRecordedForBothCausesAndEachCaseThatMoved() {
    UUID signs = house.id("cause-signs");
    List<String> numbers = house.cases(3, "OPEN", "signs", "karin");
    for (String number : numbers) {
      as("karin", () -> analysis().link(number, null, signs, false));
    }
    UUID made =
        read(
            "dag",
            () ->
                service()
                    .split(
                        new SplitCause(
                            signs,
                            null,
                            "Arrows point down",
                            null,
                            numbers.subList(0, 2),
                            Set.of(),
                            Set.of())));
    assertEquals(2, house.count("cases where cause_id = '" + made + "'"));
    assertEquals(1, house.count("cases where cause_id = '" + signs + "'"));
    assertEquals(1, recorded("cause.split", signs.toString()));
    assertEquals(1, recorded("cause.named", made.toString()));
    assertEquals(1, recorded("case.cause-moved", numbers.get(1)));
    assertEquals(0, recorded("case.cause-moved", numbers.get(2)));
  }

  @Test
  void aSplitTakesOnlyCasesOfTheCauseThatAreInSight() {
    UUID signs = house.id("cause-signs");
    String other = house.cases(1, "OPEN", "signs", "karin").get(0);
    String hidden = house.cases(1, "OPEN", "food", "kaj").get(0);
    assertEquals("cause.split-foreign", refusedSplit(signs, List.of(other)));
    assertThrows(
        NotFoundException.class,
        () ->
            as(
                "karin",
                () ->
                    service()
                        .split(
                            new SplitCause(
                                signs, null, "New", null, List.of(hidden), Set.of(), Set.of()))));
    assertEquals("cause.split-nothing", refusedSplit(signs, List.of()));
    assertEquals(0, house.count("causes where title = 'New'"));
  }

  private String refusedSplit(UUID cause, List<String> numbers) {
    return assertThrows(
            BusinessException.class,
            () ->
                as(
                    "karin",
                    () ->
                        service()
                            .split(
                                new SplitCause(
                                    cause, null, "New", null, numbers, Set.of(), Set.of()))))
        .key();
  }

  @Test
  void othersOfTheDepartmentChangeACauseAndStrangersDoNot() {
    UUID food = house.id("cause-food");
    as("kaj", () -> service().confirm(food, null));
    assertThrows(NotAllowedException.class, () -> as("karin", () -> service().address(food, null)));
    assertThrows(
        NotAllowedException.class,
        () -> as("karin", () -> deep().saveWhys(food, null, List.of(new Why(null, "x", false)))));
    assertThrows(
        NotFoundException.class,
        () -> as("dorte", () -> service().confirm(UUID.randomUUID(), null)));
    assertEquals(0, house.count("cause_whys"));
  }

  @Test
  void whoSavesSecondIsToldAndNothingIsChanged() {
    UUID food = house.id("cause-food");
    as("kaj", () -> deep().saveWhys(food, 0L, List.of(new Why(null, "Leases", true))));
    assertThrows(
        ChangedMeanwhileException.class,
        () -> as("dorte", () -> deep().saveWhys(food, 0L, List.of(new Why(null, "Rent", true)))));
    assertEquals(1, house.count("cause_whys where answer = 'Leases'"));
    assertEquals(1, recorded("cause.whys-changed", food.toString()));
  }

  @Test
  void evidenceIsShownToWhoSeesACaseOfTheCause() {
    UUID food = house.id("cause-food");
    as(
        "kaj",
        () ->
            deep()
                .addEvidence(new AddEvidence(food, null, null, null, "Count of May", null, null)));
    assertEquals(1, details("alva", food).evidence().size());
    assertFalse(details("karin", food).evidenceInSight());
    assertEquals(List.of(), details("karin", food).evidence());
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    as("karin", () -> analysis().link(number, null, food, false));
    assertEquals(1, details("karin", food).evidence().size());
  }

  @Test
  void titlesAndCountsAreOpenAndSuggestionsPutTheSameTouchpointFirst() {
    String number = house.cases(1, "OPEN", "signs", "karin").get(0);
    assertEquals(2, read("karin", () -> queries().list(CauseFilter.parse(n -> null))).size());
    assertEquals(2L, read("karin", () -> queries().count()));
    List<CauseSuggestion> suggested =
        read(
            "karin",
            () ->
                house.wired.get(CauseLikenessQueries.class).suggestionsFor(sight("karin"), number));
    assertEquals(house.id("cause-signs"), suggested.get(0).cause().id());
    assertTrue(suggested.get(0).here());
    assertThrows(
        NotFoundException.class,
        () ->
            read(
                "kaj",
                () ->
                    house
                        .wired
                        .get(CauseLikenessQueries.class)
                        .suggestionsFor(sight("kaj"), number)));
  }

  @Test
  void aSuggestionSaysHowManyOfItsCustomersSaidAlike() {
    List<String> numbers = house.cases(4, "OPEN", "food", "kaj");
    say(numbers.get(0), "The burger was cold and late");
    say(numbers.get(1), "Cold burger again");
    say(numbers.get(2), "Nobody smiled");
    say(numbers.get(3), "My burger came cold");
    for (String number : numbers.subList(0, 3)) {
      as("kaj", () -> analysis().link(number, null, house.id("cause-food"), false));
    }
    CauseSuggestion food =
        read(
                "kaj",
                () ->
                    house
                        .wired
                        .get(CauseLikenessQueries.class)
                        .suggestionsFor(sight("kaj"), numbers.get(3)))
            .get(0);
    assertEquals(house.id("cause-food"), food.cause().id());
    assertEquals(2, food.similar());
    assertEquals(3, food.cause().cases());
  }

  private void say(String number, String words) {
    house.database.write(
        h ->
            h.execute(
                "update responses set words = ? where id = (select response_id from cases where"
                    + " number = ?)",
                words,
                number));
  }

  @Test
  void casesThatSoundAlikeAreFoundWithinSightOnly() {
    UUID signs = house.id("cause-signs");
    List<String> felt = house.cases(2, "OPEN", "signs", "karin");
    String far = house.cases(1, "OPEN", "food", "kaj").get(0);
    house.database.write(
        h -> h.execute("update responses set words = 'No signs to the terminal anywhere'"));
    as("karin", () -> analysis().link(felt.get(0), null, signs, false));
    assertEquals(List.of(felt.get(1)), alike("karin", signs));
    assertEquals(List.of(felt.get(1), far), alike("cecilia", signs));
    assertEquals(List.of(far), alike("kaj", signs));
  }

  @Test
  void figuresCountCasesAndCustomers() {
    UUID signs = house.id("cause-signs");
    for (String number : house.cases(3, "OPEN", "signs", "karin")) {
      as("karin", () -> analysis().link(number, null, signs, false));
    }
    CauseFigures figures =
        read("alva", () -> house.wired.get(CauseFigureQueries.class).figures(signs));
    assertEquals(3, figures.cases());
    assertEquals(3, figures.customers());
    assertFalse(figures.isLoud());
  }

  @Test
  void whereItIsFeltCountsWhatNamesItAmongAllThatIsFeltThere() {
    UUID signs = house.id("cause-signs");
    for (String number : house.cases(3, "OPEN", "signs", "karin")) {
      as("karin", () -> analysis().link(number, null, signs, false));
    }
    house.cases(2, "OPEN", "signs", "karin");
    String abroad = house.cases(1, "OPEN", "food", "kaj").get(0);
    as("cecilia", () -> analysis().link(abroad, null, signs, false));
    house.database.write(
        h -> h.execute("update responses set segment = 'Business' where id in (1, 2)"));
    CauseFelt felt = read("alva", () -> house.wired.get(CauseFigureQueries.class).felt(signs, 7));
    assertEquals(
        List.of(
            new CauseFelt.Place("at-signs", "signs", 3, 5),
            new CauseFelt.Place("at-food", "food", 1, 1)),
        felt.touchpoints());
    assertEquals(List.of(new CauseFelt.Place(null, "Business", 2, 2)), felt.segments());
  }

  private List<String> alike(String who, UUID cause) {
    return read(who, () -> house.wired.get(CauseLikenessQueries.class).alike(sight(who), cause))
        .stream()
        .map(one -> one.row().number())
        .sorted()
        .toList();
  }

  private static NameCause named(String number, String caused, boolean handOver) {
    return new NameCause(
        number, null, "at-signs", caused, null, "Something else", List.of(), handOver);
  }

  private CauseDetails details(String who, UUID cause) {
    return read(who, () -> queries().details(sight(who), cause));
  }

  private boolean sees(String who, String number) {
    try {
      read(who, () -> house.wired.get(CaseQueries.class).details(sight(who), number));
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private Visibility sight(String who) {
    house.wired.as(who);
    return house.wired.get(CurrentUser.class).get().cases();
  }

  private String owner(String number) {
    return house.database.read(
        h ->
            h.createQuery(
                    "select p.username from cases c join people p on p.id = c.owner_id where"
                        + " c.number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .one());
  }

  private long recorded(String verb, String object) {
    return house.count(
        "audit_entries where verb = '" + verb + "' and object_id = '" + object + "'");
  }

  private void as(String who, Runnable work) {
    house.wired.as(who).run(work);
  }

  private <T> T read(String who, java.util.function.Supplier<T> work) {
    return house.wired.as(who).in(work);
  }

  private AnalysisService analysis() {
    return house.wired.get(AnalysisService.class);
  }

  private CauseService service() {
    return house.wired.get(CauseService.class);
  }

  private CauseAnalysisService deep() {
    return house.wired.get(CauseAnalysisService.class);
  }

  private CauseQueries queries() {
    return house.wired.get(CauseQueries.class);
  }
}
