package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddAction;
import cx.slinga.audit.AuditEntry;
import cx.slinga.audit.AuditQueries;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseNotClosable;
import cx.slinga.cases.CaseNotResolvable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.DueReason;
import cx.slinga.clocks.SegmentState;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.it.actor.Alva;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Dag;
import cx.slinga.it.actor.Karin;
import cx.slinga.it.actor.Kjell;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.NameCause;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CaseLifeIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(CaseLifeIT.class);
  }

  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Dag dag;
  @Inject Karin karin;
  @Inject Kjell kjell;
  @Inject Alva alva;
  @Inject CurrentUser currentUser;
  @Inject ResponseService responses;
  @Inject CaseQueries queries;
  @Inject CaseService cases;
  @Inject AnalysisService analysis;
  @Inject ActionService actions;
  @Inject AuditQueries record;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void aLowScoreBecomesACaseWithOwnerAndThreeDeadlines() throws Exception {
    CaseRow row = opened("signs-inside", 4);
    assertEquals(CaseState.OPEN, row.state());
    assertEquals("karin", row.ownerUsername());
    assertEquals("Wayfinding", row.department());
    assertTrue(row.contactDueAt().isBefore(row.analysisDueAt()));
    assertTrue(row.analysisDueAt().isBefore(row.resolutionDueAt()));
  }

  @Test
  void aHighScoreBecomesNoCase() throws Exception {
    long before = count();
    submit("signs-inside", 9);
    assertEquals(before, count());
  }

  @Test
  void aCaseIsWorkedFromOpenToClosed() throws Exception {
    String number = opened("signs-inside", 4).number();
    CaseNotClosable refusal =
        assertThrows(CaseNotClosable.class, () -> cecilia.run(() -> cases.close(number, null)));
    assertEquals(
        List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE, ClosingPoint.PLAN, ClosingPoint.RESOLVED),
        refusal.missing());

    workToClosed(number);

    CaseDetails closed = read(number);
    assertEquals(CaseState.CLOSED, closed.row().state());
    assertEquals("Terminal is hard to find", closed.row().cause());
    List<String> verbs =
        alva.call(() -> record.list("case", number, null, null, 50)).items().stream()
            .filter(e -> e.outcome().equals("DONE"))
            .map(AuditEntry::verb)
            .toList();
    assertEquals(
        List.of(
            "case.closed",
            "case.resolved",
            "case.plan-changed",
            "case.plan-changed",
            "case.analysed",
            "case.contacted",
            "case.opened"),
        verbs);
  }

  @Test
  void aReopenedCaseKeepsWhatWasDoneAndItsResolutionClockBeginsAnew() throws Exception {
    String number = opened("signs-inside", 4).number();
    workToClosed(number);
    CaseDetails closed = read(number);
    assertThrows(
        EJBAccessException.class, () -> karin.run(() -> cases.reopen(number, null, "Again")));

    cecilia.run(() -> cases.reopen(number, null, "The sign is gone again"));

    CaseDetails reopened = read(number);
    assertEquals(CaseState.REOPENED, reopened.row().state());
    assertEquals(closed.contacts(), reopened.contacts());
    assertEquals(closed.row().causeId(), reopened.row().causeId());
    DueReason resolution = reason(reopened, ClockKind.RESOLUTION);
    assertTrue(resolution.anew());
    assertEquals(SegmentState.RUNNING, resolution.state());
    assertTrue(resolution.pauses().isEmpty(), "the time it was closed is nobody's waiting");
    assertFalse(resolution.from().isBefore(Objects.requireNonNull(closed.row().closedAt())));
    assertEquals(SegmentState.STOPPED, reason(reopened, ClockKind.CONTACT).state());

    assertThrows(CaseNotResolvable.class, () -> karin.run(() -> cases.resolve(number, null)));
    karin.run(
        () ->
            cases.contact(
                number, null, ContactChannel.PHONE, ContactOutcome.REACHED, "It is back"));
    karin.run(() -> cases.resolve(number, null));
    cecilia.run(() -> cases.close(number, null));
    assertEquals(CaseState.CLOSED, read(number).row().state());
    assertEquals(
        List.of("case.closed", "case.resolved", "case.contacted", "case.reopened", "case.closed"),
        alva.call(() -> record.list("case", number, null, null, 50)).items().stream()
            .filter(e -> e.outcome().equals("DONE"))
            .map(AuditEntry::verb)
            .limit(5)
            .toList());
  }

  @Test
  void aCaseMovesWithItsCauseAndTheSymptomsDepartmentKeepsSeeingIt() throws Exception {
    String number = opened("security-check", 3).number();
    assertThrows(
        NotFoundException.class,
        () -> dag.run(() -> queries.details(currentUser.get().cases(), number)));
    kjell.call(
        () ->
            analysis.nameCause(
                new NameCause(
                    number,
                    null,
                    "security-check",
                    "signs-inside",
                    null,
                    "Signs lead everybody to one checkpoint",
                    List.of(),
                    true)));
    dag.run(
        () ->
            assertEquals(
                "karin", queries.details(currentUser.get().cases(), number).row().ownerUsername()));
    kjell.run(
        () ->
            assertEquals(
                number, queries.details(currentUser.get().cases(), number).row().number()));
  }

  @Test
  void whatOneMayNotSeeIsNotFound() throws Exception {
    String number = opened("security-check", 2).number();
    assertThrows(NotFoundException.class, () -> karin.run(() -> cases.resolve(number, null)));
  }

  @Test
  void theAuditorMayReadButNotWrite() throws Exception {
    String number = opened("signs-inside", 1).number();
    alva.run(
        () ->
            assertEquals(
                number, queries.details(currentUser.get().cases(), number).row().number()));
    assertThrows(EJBAccessException.class, () -> alva.run(() -> cases.resolve(number, null)));
  }

  @Test
  void whoSavesSecondIsToldAndNothingIsChanged() throws Exception {
    CaseRow seen = opened("signs-inside", 5);
    karin.run(
        () ->
            cases.contact(
                seen.number(),
                seen.version(),
                ContactChannel.PHONE,
                ContactOutcome.NO_ANSWER,
                null));
    assertThrows(
        ChangedMeanwhileException.class,
        () -> cecilia.run(() -> cases.resolve(seen.number(), seen.version())));
    assertEquals(CaseState.IN_CONTACT, read(seen.number()).row().state());
  }

  /** Contact, cause, one action done, resolved by the owner, closed by the CX owner. */
  private void workToClosed(String number) throws Exception {
    karin.run(
        () ->
            cases.contact(
                number, null, ContactChannel.PHONE, ContactOutcome.REACHED, "Will fly again"));
    karin.call(
        () ->
            analysis.nameCause(
                new NameCause(
                    number,
                    null,
                    "signs-roads",
                    "signs-inside",
                    null,
                    "Terminal is hard to find",
                    List.of("The sign says International"),
                    true)));
    UUID action =
        karin.call(
            () ->
                actions.add(
                    new AddAction(
                        number,
                        null,
                        "New sign at the kerb",
                        ActionKind.CORRECTIVE,
                        "karin",
                        Workday.inTwoWeeks())));
    karin.run(() -> actions.complete(action, null, null, null));
    karin.run(() -> cases.resolve(number, null));
    cecilia.run(() -> cases.close(number, null));
  }

  private CaseRow opened(String touchpoint, int score) throws Exception {
    String externalId = submit(touchpoint, score);
    return cecilia
        .call(
            () ->
                queries.list(
                    currentUser.get().cases(),
                    CaseFilter.parse(Map.of("touchpoint", touchpoint)::get),
                    CaseSort.OPENED_NEWEST,
                    null,
                    200))
        .items()
        .stream()
        .filter(
            row -> {
              try {
                return read(row.number()).externalId().equals(externalId);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
        .findFirst()
        .orElseThrow();
  }

  private static DueReason reason(CaseDetails details, ClockKind clock) {
    return details.dueReasons().stream()
        .filter(reason -> reason.clock() == clock)
        .findFirst()
        .orElseThrow();
  }

  private String submit(String touchpoint, int score) throws Exception {
    String externalId = UUID.randomUUID().toString();
    cecilia.call(
        () ->
            responses.submit(
                new SubmitResponse(
                    "sfo-2018",
                    externalId,
                    LocalDate.of(2018, 5, 15),
                    score,
                    "The words of a passenger",
                    "en",
                    null,
                    Map.of(touchpoint, 1))));
    return externalId;
  }

  private CaseDetails read(String number) throws Exception {
    return cecilia.call(() -> queries.details(currentUser.get().cases(), number));
  }

  private long count() throws Exception {
    return cecilia.call(() -> queries.count(currentUser.get().cases(), CaseFilter.all()));
  }
}
