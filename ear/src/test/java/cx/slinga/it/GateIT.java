package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddAction;
import cx.slinga.cases.CaseChange;
import cx.slinga.cases.CaseChangeQueries;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseNotResolvable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.cases.ContactChannel;
import cx.slinga.cases.ContactOutcome;
import cx.slinga.cases.GateRules;
import cx.slinga.cases.GateService;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Karin;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.resurvey.RecoveryService;
import cx.slinga.resurvey.ResurveyService;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.NameCause;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who resolves, who closes, and what happens when the customer is asked again. */
@ExtendWith(ArquillianExtension.class)
class GateIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(GateIT.class);
  }

  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Karin karin;
  @Inject CurrentUser currentUser;
  @Inject ResponseService responses;
  @Inject CaseQueries queries;
  @Inject CaseChangeQueries changes;
  @Inject CaseService cases;
  @Inject AnalysisService analysis;
  @Inject ActionService actions;
  @Inject GateService gate;
  @Inject RecoveryService recovery;
  @Inject ResurveyService resurveys;
  @Inject Database database;

  @BeforeEach
  void staffIsThereAndTwoEyesAreEnough() throws Exception {
    staff.arrive();
    fourEyes(false);
  }

  @Test
  void aCaseOnWhichNothingWasDoneIsNotResolved() throws Exception {
    String number = opened();
    CaseNotResolvable refusal =
        assertThrows(CaseNotResolvable.class, () -> karin.run(() -> cases.resolve(number, null)));
    assertEquals(List.of(ClosingPoint.CONTACT, ClosingPoint.CAUSE), refusal.missing());
    assertEquals(CaseState.OPEN, read(number).state());
  }

  @Test
  void aCxOwnerClosesWhatTheyResolvedUnlessTheGateWantsFourEyes() throws Exception {
    String number = opened();
    workedOn(number);
    cecilia.run(() -> cases.resolve(number, null));
    fourEyes(true);
    BusinessException refusal =
        assertThrows(BusinessException.class, () -> cecilia.run(() -> cases.close(number, null)));
    assertEquals("case.four-eyes", refusal.key());
    assertFalse(cecilia.call(() -> gate.mayClose(number)));
    fourEyes(false);
    assertTrue(cecilia.call(() -> gate.mayClose(number)));
    cecilia.run(() -> cases.close(number, null));
    assertEquals(CaseState.CLOSED, read(number).state());
  }

  @Test
  void aHappyAnswerIsKeptBesideTheFirst() throws Exception {
    String number = closed();
    String token = token(number);
    assertEquals(number, resurveys.question(token).number());
    resurveys.answer(token, 9, "Much better <script>alert(1)</script>");
    CaseRow row = read(number);
    assertEquals(CaseState.CLOSED, row.state());
    assertEquals(4, row.score());
    assertEquals(9, row.recoveredScore());
    assertThrows(NotFoundException.class, () -> resurveys.answer(token, 1, null));
    assertEquals(9, read(number).recoveredScore());
  }

  @Test
  void aNegativeAnswerOpensTheCaseAgain() throws Exception {
    String number = closed();
    resurveys.answer(token(number), 2, null);
    CaseRow row = read(number);
    assertEquals(CaseState.REOPENED, row.state());
    assertEquals(2, row.recoveredScore());
    assertEquals(
        List.of("case.recovery-scored", "case.reopened"),
        database.read(
            h ->
                h.select(
                        "select verb from (select id, verb from audit_entries where object_type ="
                            + " 'case' and object_id = ? order by id desc limit 2) e order by id",
                        number)
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void whatStaffHearIsKeptAndANegativeOneOpensTheCaseAgain() throws Exception {
    String number = closed();
    karin.run(() -> recovery.record(number, null, 8));
    assertEquals(8, read(number).recoveredScore());
    karin.run(() -> recovery.record(number, null, 0));
    assertEquals(CaseState.REOPENED, read(number).state());
    assertThrows(BusinessException.class, () -> karin.run(() -> recovery.record(number, null, 9)));
  }

  @Test
  void theQuestionIsInTheOutboxWithoutAddressOrToken() throws Exception {
    String number = closed();
    String message =
        database.read(
            h ->
                h.select(
                        "select recipient || payload::text from outbox where kind ="
                            + " 'mail.resurvey' and payload->>'number' = ?",
                        number)
                    .mapTo(String.class)
                    .one());
    assertFalse(message.contains("@"), message);
    assertFalse(message.contains(token(number)), message);
  }

  @Test
  void whoSavesSecondIsToldWhoChangedWhat() throws Exception {
    String number = opened();
    CaseRow seen = read(number);
    workedOn(number);
    List<CaseChange> told =
        cecilia.call(() -> changes.since(currentUser.get().cases(), number, seen.version()));
    assertEquals("Karin", told.get(0).by());
    assertTrue(
        told.stream()
            .flatMap(change -> change.fields().stream())
            .anyMatch(f -> f.name().equals("cause") && f.after().equals("Signs are hard to see")));
  }

  private void fourEyes(boolean wanted) throws Exception {
    cecilia.run(
        () -> {
          GateRules now = gate.rules();
          gate.change(new GateRules(wanted, true, 0, 30, now.version()));
        });
  }

  private String closed() throws Exception {
    String number = opened();
    workedOn(number);
    karin.run(() -> cases.resolve(number, null));
    cecilia.run(() -> cases.close(number, null));
    return number;
  }

  private void workedOn(String number) throws Exception {
    karin.run(
        () ->
            cases.contact(number, null, ContactChannel.PHONE, ContactOutcome.REACHED, "We talked"));
    karin.call(
        () ->
            analysis.nameCause(
                new NameCause(
                    number,
                    null,
                    "signs-inside",
                    "signs-inside",
                    null,
                    "Signs are hard to see",
                    List.of(),
                    true)));
    UUID action =
        karin.call(
            () ->
                actions.add(
                    new AddAction(
                        number,
                        null,
                        "Move the sign",
                        ActionKind.CORRECTIVE,
                        "karin",
                        Workday.inTwoWeeks())));
    karin.run(() -> actions.complete(action, null, null, null));
  }

  private String opened() throws Exception {
    String id = UUID.randomUUID().toString();
    cecilia.call(
        () ->
            responses.submit(
                new SubmitResponse(
                    "sfo-2018",
                    id,
                    LocalDate.of(2018, 5, 15),
                    4,
                    "The words of a passenger",
                    "en",
                    null,
                    Map.of("signs-inside", 1),
                    new CustomerFacts(
                        id,
                        "A passenger",
                        id + "@example.com",
                        null,
                        null,
                        "en",
                        null,
                        true,
                        null))));
    return database.read(
        h ->
            h.select(
                    "select c.number from cases c join responses r on r.id = c.response_id where"
                        + " r.external_id = ?",
                    id)
                .mapTo(String.class)
                .one());
  }

  private String token(String number) {
    return database.read(
        h ->
            h.select(
                    "select r.token from resurveys r join cases c on c.id = r.case_id where"
                        + " c.number = ?",
                    number)
                .mapTo(String.class)
                .one());
  }

  private CaseRow read(String number) throws Exception {
    return cecilia
        .call(
            () ->
                queries.list(
                    currentUser.get().cases(),
                    CaseFilter.parse(Map.of("q", number)::get),
                    CaseSort.DUE,
                    null,
                    1))
        .items()
        .get(0);
  }
}
