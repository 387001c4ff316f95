package cx.slinga.resurvey;

import cx.slinga.cases.CaseEvent;
import cx.slinga.cases.GateRules;
import cx.slinga.cases.GateTables;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Asks the customer of a closed case one question more, in the transaction of the closing. */
@ApplicationScoped
class AskAgain {
  /** Kind of the message in the outbox. */
  static final String KIND = "mail.resurvey";

  @Inject private GateTables gate;
  @Inject private Resurveys resurveys;
  @Inject private Outbox outbox;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void on(@Observes CaseEvent.Moved moved) {
    if (!moved.verb().equals("case.closed")) {
      return;
    }
    GateRules rules = gate.rules();
    if (!rules.askAgain()) {
      return;
    }
    resurveys
        .invite(moved.number(), rules, clock.instant())
        .ifPresent(
            invitation -> {
              outbox.put(
                  KIND,
                  "customer:" + invitation.address(),
                  Map.of("resurvey", invitation.id().toString(), "number", moved.number()));
              events.fire(new CaseEvent.AskedAgain(moved.number(), invitation.id()));
            });
  }
}
