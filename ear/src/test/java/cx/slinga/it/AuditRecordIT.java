package cx.slinga.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.audit.AuditEntry;
import cx.slinga.audit.AuditQueries;
import cx.slinga.audit.AuditTrail;
import cx.slinga.it.actor.Admin;
import cx.slinga.it.actor.Alva;
import cx.slinga.it.actor.Cecilia;
import cx.slinga.shared.Database;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class AuditRecordIT {
  @Deployment
  static EnterpriseArchive ear() {
    return BuiltEar.with(AuditRecordIT.class);
  }

  @Inject Database database;
  @Inject AuditTrail trail;
  @Inject AuditQueries queries;
  @Inject Staff staff;
  @Inject Cecilia cecilia;
  @Inject Alva alva;
  @Inject Admin admin;

  @BeforeEach
  void staffIsThere() {
    staff.arrive();
  }

  @Test
  void aRefusedAttemptIsKeptWithWhoAndWhy() throws Exception {
    cecilia.run(() -> trail.recordRefusal("case.close", "case", "SL-1", "case.not-closable"));
    List<AuditEntry> entries =
        alva.call(() -> queries.list("case", "SL-1", null, null, 10)).items();
    assertEquals("cecilia", entries.get(0).actor());
    assertEquals("REFUSED", entries.get(0).outcome());
    assertEquals("case.not-closable", entries.get(0).reason());
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveAnEntry() throws Exception {
    cecilia.run(() -> trail.recordRefusal("case.close", "case", "SL-2", "case.not-closable"));
    for (String change :
        List.of(
            "update audit_entries set actor = 'nobody'",
            "delete from audit_entries",
            "truncate audit_entries",
            "alter table audit_entries disable trigger all")) {
      assertThrows(JdbiException.class, () -> database.write(h -> h.execute(change)), () -> change);
    }
    assertTrue(alva.call(() -> queries.list("case", "SL-2", null, null, 10)).items().size() >= 1);
  }

  @Test
  void theAdministratorMayNotReadTheRecord() {
    assertThrows(
        EJBAccessException.class, () -> admin.call(() -> queries.list(null, null, null, null, 10)));
  }
}
