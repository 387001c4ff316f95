package cx.slinga.servicelevel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every few seconds for service levels that open cases do not follow yet. */
@Singleton
@Startup
@PermitAll // offers nothing but its timer
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FollowTimer {
  @Inject private FollowRunner runner;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void pickUp() {
    runner.pickUp();
  }
}
