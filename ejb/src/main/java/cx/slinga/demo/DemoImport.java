package cx.slinga.demo;

import cx.slinga.audit.AuditTrail;
import cx.slinga.imports.ImportEvent;
import cx.slinga.imports.ImportIntake;
import cx.slinga.imports.ImportState;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Has the answers that ship with the product imported, once, on behalf of the CX owner. */
@ApplicationScoped
public class DemoImport {
  /** Cases count as opened over these days before, so that some are late and some are done. */
  static final int SPREAD_DAYS = 20;

  @Inject private Database database;
  @Inject private ImportIntake intake;
  @Inject private AuditTrail auditTrail;

  /** Where the import of the survey stands; null when nobody has asked for one. */
  @Transactional
  public @Nullable ImportState state(String survey) {
    return database.read(h -> state(h, survey));
  }

  /**
   * Asks for the import unless somebody did.
   *
   * @return whether it is asked for now; not while no CX owner is known, who would own what nobody
   *     else does
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean request(String survey, String file) {
    Optional<String> owner =
        database.read(
            h -> {
              h.execute("select pg_advisory_xact_lock(hashtext('slinga.demo'))");
              return h.createQuery(
                      "select username from people where active and 'cx_owner' = any(roles) order"
                          + " by username limit 1")
                  .mapTo(String.class)
                  .findOne();
            });
    if (owner.isEmpty()) {
      return false;
    }
    if (state(survey) == null) {
      try (InputStream content = Airport.open(file)) {
        ImportEvent.Requested requested =
            intake.take(survey, file, true, SPREAD_DAYS, owner.get(), content);
        auditTrail.recordFor(owner.get(), "demo", requested);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }

  private static @Nullable ImportState state(Handle h, String survey) {
    return h.createQuery(
            "select i.state from imports i join surveys s on s.id = i.survey_id where s.key ="
                + " :survey order by i.requested_at limit 1")
        .bind("survey", survey)
        .mapTo(ImportState.class)
        .findOne()
        .orElse(null);
  }
}
