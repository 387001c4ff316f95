package cx.slinga.callback;

import cx.slinga.cases.CaseEvent;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Who was reached, or shall not be called any more, waits for no call. */
@ApplicationScoped
class CallbackEnd {
  @Inject private Database database;

  void on(@Observes CaseEvent.Contacted contacted) {
    if (contacted.outcome().settles()) {
      end(contacted.number());
    }
  }

  void on(@Observes CaseEvent.Moved moved) {
    if (moved.after().isEnded()) {
      end(moved.number());
    }
  }

  private void end(String number) {
    database.write(
        h ->
            h.execute(
                "delete from callbacks where case_id = (select id from cases where number = ?)",
                number));
  }
}
