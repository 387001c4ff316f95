package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.cases.CaseCustomer;
import cx.slinga.cases.CaseCustomerQueries;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseSort;
import cx.slinga.clocks.Severity;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.it.actor.Admin;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Dag;
import cx.slinga.it.actor.Karin;
import cx.slinga.organisation.AbsenceService;
import cx.slinga.organisation.AnnounceAbsence;
import cx.slinga.organisation.CustomerFacts;
import cx.slinga.organisation.HandOverService;
import cx.slinga.organisation.HandedOver;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotAllowedException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Clock;
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

/** Customers who complain twice, people who are away and people who leave. */
@ExtendWith(ArquillianExtension.class)
class PeopleIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(PeopleIT.class);
  }

  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Dag dag;
  @Inject Karin karin;
  @Inject Admin admin;
  @Inject CurrentUser currentUser;
  @Inject ResponseService responses;
  @Inject CaseQueries queries;
  @Inject CaseCustomerQueries customers;
  @Inject CaseService cases;
  @Inject HandOverService handOver;
  @Inject AbsenceService absences;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void aSecondComplaintOfACustomerJoinsTheOpenCase() throws Exception {
    String customer = UUID.randomUUID().toString();
    submit(customer, 5);
    CaseRow first = newest();
    submit(customer, 5);
    CaseRow second = newest();
    assertEquals(first.number(), second.number());
    assertTrue(second.severity().compareTo(Severity.NORMAL) > 0);
    CaseCustomer known =
        cecilia.call(() -> customers.of(currentUser.get().cases(), first.number())).orElseThrow();
    assertEquals(1, known.joined().size());
    assertEquals("+46 70 000 00 00", known.phone());
  }

  @Test
  void theAdministratorSeesNoCustomer() throws Exception {
    submit(UUID.randomUUID().toString(), 5);
    String number = newest().number();
    assertThrows(
        EJBAccessException.class,
        () -> admin.run(() -> customers.of(currentUser.get().cases(), number)));
  }

  @Test
  void whoLeavesHandsTheirCasesToTheHead() throws Exception {
    submit(UUID.randomUUID().toString(), 5);
    String number = newest().number();
    cecilia.run(() -> cases.assign(number, null, "kirsten"));
    HandedOver moved = admin.call(() -> handOver.handOver("kirsten", null));
    assertTrue(moved.cases() > 0);
    assertEquals("dag", newest().ownerUsername());
  }

  @Test
  void aCaseOwnerMayNotHandOver() {
    assertThrows(
        EJBAccessException.class, () -> karin.run(() -> handOver.handOver("karin", "dag")));
  }

  @Test
  void oneSaysOfOneselfThatOneIsAwayAndOfNobodyElse() throws Exception {
    LocalDate day = LocalDate.now(Clock.systemUTC()).plusDays(400);
    UUID id = karin.call(() -> absences.announce(new AnnounceAbsence(null, "kaj", day, day)));
    BusinessException overlap =
        assertThrows(
            BusinessException.class,
            () -> dag.run(() -> absences.announce(new AnnounceAbsence("karin", "kaj", day, day))));
    assertEquals("from", overlap.field());
    assertThrows(
        NotAllowedException.class,
        () -> karin.run(() -> absences.announce(new AnnounceAbsence("kaj", "karin", day, day))));
    karin.run(() -> absences.cancel(id));
  }

  private void submit(String customer, int score) throws Exception {
    cecilia.run(
        () ->
            responses.submit(
                new SubmitResponse(
                    "sfo-2018",
                    UUID.randomUUID().toString(),
                    LocalDate.of(2018, 5, 15),
                    score,
                    "The words of a passenger",
                    "en",
                    null,
                    Map.of("signs-inside", 1),
                    new CustomerFacts(
                        customer, null, null, "+46 70 000 00 00", null, null, null, null, null))));
  }

  private CaseRow newest() throws Exception {
    List<CaseRow> rows =
        cecilia
            .call(
                () ->
                    queries.list(
                        currentUser.get().cases(),
                        CaseFilter.all(),
                        CaseSort.OPENED_NEWEST,
                        null,
                        1))
            .items();
    return rows.get(0);
  }
}
