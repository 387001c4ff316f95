package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.audit.AuditEntry;
import cx.slinga.audit.AuditQueries;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseQueries;
import cx.slinga.feedback.ResponseQueries;
import cx.slinga.feedback.ResponseRow;
import cx.slinga.feedback.ResponseService;
import cx.slinga.feedback.SubmitResponse;
import cx.slinga.imports.ImportQueries;
import cx.slinga.imports.ImportRow;
import cx.slinga.imports.ImportService;
import cx.slinga.imports.ImportState;
import cx.slinga.it.actor.Admin;
import cx.slinga.it.actor.Alva;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.it.actor.Karin;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class IntakeIT {
  private static final String SURVEY = "sfo-2018";

  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(IntakeIT.class);
  }

  @Inject Database database;
  @Inject ImportService service;
  @Inject ImportQueries imports;
  @Inject ResponseService responseService;
  @Inject ResponseQueries responses;
  @Inject CaseQueries cases;
  @Inject AuditQueries record;
  @Inject CurrentUser currentUser;
  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Karin karin;
  @Inject Alva alva;
  @Inject Admin admin;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void anImportedFileBecomesResponsesAndCasesAndASecondTimeNothing() throws Exception {
    ImportRow first = imported();
    assertEquals(ImportState.DONE, first.state(), first.toString());
    assertEquals(2_809, first.recordsRead());
    assertEquals(2_809, first.accepted() + first.known());
    assertEquals("Cecilia", first.requestedBy());
    assertEquals(447, casesOfImports());

    ImportRow again = imported();
    assertEquals(2_809, again.known());
    assertEquals(0, again.accepted());
    assertEquals(0, again.casesOpened());
    assertEquals(447, casesOfImports());

    List<AuditEntry> entries =
        alva.call(() -> record.list("import", again.id().toString(), null, null, 10)).items();
    assertEquals(
        List.of("import.finished", "import.requested"),
        entries.stream().map(AuditEntry::verb).toList());
    assertEquals(List.of("cecilia", "cecilia"), entries.stream().map(AuditEntry::actor).toList());
    assertEquals("import", entries.get(0).origin());
  }

  @Test
  void aSingleResponseIsStoredOnceAndFollowedUp() throws Exception {
    SubmitResponse answer =
        new SubmitResponse(
            SURVEY,
            "it-single",
            LocalDate.of(2018, 5, 20),
            2,
            "No sign anywhere \\N \t \uD83D\uDE21",
            "en",
            true,
            Map.of("signs-inside", 1, "restaurants", 4));
    long id = cecilia.call(() -> responseService.submit(answer));
    assertEquals(id, cecilia.call(() -> responseService.submit(answer)));

    ResponseRow stored =
        alva
            .call(() -> responses.list(currentUser.get().cases(), SURVEY, null, 200))
            .items()
            .stream()
            .filter(row -> row.id() == id)
            .findFirst()
            .orElseThrow();
    assertEquals(answer.words(), stored.words());
    assertEquals(Map.of("signs-inside", 1, "restaurants", 4), stored.ratings());
    CaseDetails details =
        karin.call(
            () ->
                cases.details(
                    currentUser.get().cases(), Objects.requireNonNull(stored.caseNumber())));
    assertEquals("karin", details.row().ownerUsername());
    assertEquals("case.opened", details.timeline().get(0).verb());
  }

  @Test
  void aWrongSingleResponseNamesWhatIsWrong() {
    SubmitResponse answer =
        new SubmitResponse(
            SURVEY, "it-wrong", LocalDate.of(2018, 5, 20), 11, null, null, null, Map.of());
    BusinessException refused =
        assertThrows(
            BusinessException.class, () -> cecilia.call(() -> responseService.submit(answer)));
    assertEquals("score", refused.field());
  }

  @Test
  void aFileThatIsNoneIsRefusedAndLeavesNothing() throws Exception {
    long before = count("imports");
    BusinessException refused =
        assertThrows(BusinessException.class, () -> start(SURVEY, "a,b\n1,2\n"));
    assertEquals("file", refused.field());
    assertEquals("import.columns-missing", refused.key());
    assertEquals(
        "survey.unknown", assertThrows(BusinessException.class, () -> start("?", "")).key());
    assertEquals(before, count("imports"));
    assertEquals(0, count("import_chunks"));
  }

  @Test
  void onlyCxOwnersAndAdministratorsBringResponsesIn() throws Exception {
    assertThrows(
        EJBAccessException.class,
        () -> alva.call(() -> service.start(SURVEY, "x.csv", true, InputStream.nullInputStream())));
    assertThrows(EJBAccessException.class, () -> karin.call(() -> imports.list(null, 10)));
    assertThrows(
        EJBAccessException.class,
        () -> admin.call(() -> responses.list(currentUser.get().cases(), SURVEY, null, 10)));
    assertTrue(admin.call(() -> imports.list(null, 10)).items().size() <= 10);
  }

  private ImportRow imported() throws Exception {
    UUID id;
    try (InputStream file =
        Objects.requireNonNull(
            ImportService.class.getResourceAsStream("/cx/slinga/demo/sfo-2018.csv"))) {
      id = cecilia.call(() -> service.start(SURVEY, "sfo-2018.csv", true, file));
    }
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      ImportRow row = cecilia.call(() -> imports.get(id));
      if (row.state().isEnded() || Instant.now().isAfter(patience)) {
        return row;
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private UUID start(String survey, String file) throws Exception {
    return cecilia.call(
        () ->
            service.start(
                survey,
                "file.csv",
                true,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
  }

  private long casesOfImports() {
    return count("cases c join responses r on r.id = c.response_id where r.import_id is not null");
  }

  private long count(String from) {
    return database.read(h -> h.select("select count(*) from " + from).mapTo(Long.class).one());
  }
}
