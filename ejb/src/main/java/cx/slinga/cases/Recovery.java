package cx.slinga.cases;

import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What follows from a recovered score, whoever told it. In the caller's transaction. */
@ApplicationScoped
class Recovery {
  @Inject private Resurveys resurveys;
  @Inject private ServiceLevels serviceLevels;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void heard(Case subject, int score) {
    events.fire(subject.heardAgain(score, clock.instant()));
    reopenIfNegative(subject, score);
  }

  void answered(Case subject, int score) {
    events.fire(subject.answeredAgain(score, clock.instant()));
    reopenIfNegative(subject, score);
  }

  private void reopenIfNegative(Case subject, int score) {
    Instant now = clock.instant();
    boolean negative = score <= resurveys.negativeMax(subject.number());
    if (negative
        && (subject.state() == CaseState.RESOLVED || subject.state() == CaseState.CLOSED)) {
      events.fire(subject.reopenAsNegativeAgain(serviceLevels.policies(), now));
    }
  }
}
