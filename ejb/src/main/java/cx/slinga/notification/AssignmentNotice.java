package cx.slinga.notification;

import cx.slinga.cases.CaseEvent;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Database;
import cx.slinga.shared.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Tells the new owner of a case, unless it is the one who assigned it. Imports open cases in bulk
 * and tell nobody: their owners find them on their start page.
 */
@ApplicationScoped
class AssignmentNotice {
  @Inject private Database database;
  @Inject private Outbox outbox;
  @Inject private CurrentUser currentUser;

  void on(@Observes CaseEvent.Assigned assigned) {
    if (assigned.before().equals(assigned.after())) {
      return;
    }
    database
        .read(
            h ->
                h.createQuery("select username from people where id = :id")
                    .bind("id", assigned.after())
                    .mapTo(String.class)
                    .findOne())
        .filter(owner -> !owner.equals(currentUser.username()))
        .ifPresent(
            owner -> outbox.put(CaseAssignedMail.KIND, owner, Map.of("number", assigned.number())));
  }
}
