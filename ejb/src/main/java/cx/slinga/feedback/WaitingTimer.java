package cx.slinga.feedback;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes up responses whose time for corrections is up. */
@Singleton
@Startup
@PermitAll // offers nothing but its timer
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingTimer {
  @Inject private WaitingResponses waiting;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void takeUp() {
    while (waiting.takeUp(clock.instant()) == WaitingResponses.BATCH) {
      // the next batch is a transaction of its own
    }
  }
}
