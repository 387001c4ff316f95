package cx.slinga.imports;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every few seconds for imports that nobody works on. */
@Singleton
@Startup
@PermitAll // offers nothing but its timer
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportTimer {
  @Inject private ImportRunner runner;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void pickUp() {
    runner.pickUp();
  }
}
