package cx.slinga.resurvey;

import cx.slinga.cases.Case;
import cx.slinga.cases.CaseEvent;
import cx.slinga.cases.CaseReopenings;
import cx.slinga.cases.CaseState;
import cx.slinga.clocks.ServiceLevels;
import cx.slinga.rules.Facts;
import cx.slinga.rules.Judge;
import cx.slinga.rules.RuleBook;
import cx.slinga.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from a recovered score, whoever told it. In the caller's transaction. */
@ApplicationScoped
class Recovery {
  @Inject private RuleBook rules;
  @Inject private ServiceLevels serviceLevels;
  @Inject private CaseReopenings reopenings;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void heard(Case subject, int score) {
    events.fire(subject.heardAgain(score, clock.instant()));
    reopenIfNegative(subject, score, null);
  }

  void answered(Case subject, int score, @Nullable String words) {
    events.fire(subject.answeredAgain(score, clock.instant()));
    reopenIfNegative(subject, score, words);
  }

  private void reopenIfNegative(Case subject, int score, @Nullable String words) {
    Instant now = clock.instant();
    boolean negative =
        new Judge(rules.of(subject.surveyId()))
            .isNegative(
                new Facts(
                    score, null, null, null, words, null, null, null, null, null, null, null,
                    false));
    if (negative
        && (subject.state() == CaseState.RESOLVED || subject.state() == CaseState.CLOSED)) {
      CaseEvent.Reopened reopened = subject.reopenAsNegativeAgain(score, serviceLevels.held(), now);
      reopenings.byScore(subject.id(), reopened, now);
      events.fire(reopened);
    }
  }
}
