package cx.slinga.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The only place that knows the machine's clock; everything else injects {@link Clock}. */
@ApplicationScoped
public class TimeSource {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
