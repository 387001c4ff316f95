package cx.slinga.web.work;

import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/** The start page. */
@Named
@RequestScoped
public class MyWorkView {
  @Inject private Clock clock;
  @Inject private Words words;

  /** Today, in full. */
  public String getToday() {
    return words.fullDate(clock.instant());
  }
}
