package cx.slinga.notification;

import cx.slinga.bulk.BulkEvent;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvents;
import cx.slinga.shared.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Tells each person once whom a job gave cases, when it has ended, however it did; not whoever
 * asked for the job.
 */
@ApplicationScoped
class BulkNotice {
  @Inject private Database database;
  @Inject private Outbox outbox;

  void on(@Observes DomainEvents happened) {
    for (BulkEvent event : happened.of(BulkEvent.class)) {
      if (event instanceof BulkEvent.Finished || event instanceof BulkEvent.Failed) {
        tell(event, happened.actor());
      }
    }
  }

  private void tell(BulkEvent ended, String asked) {
    database
        .read(
            h ->
                h.createQuery(
                        "select p.username, g.cases from bulk_given g join people p on p.id ="
                            + " g.person_id where g.job_id = :id and p.username <> :asked order by"
                            + " p.username")
                    .bind("id", ended.id())
                    .bind("asked", asked)
                    .map(
                        (row, context) -> Map.entry(row.getString("username"), row.getInt("cases")))
                    .list())
        .forEach(
            given ->
                outbox.put(
                    CasesGivenMail.KIND,
                    given.getKey(),
                    Map.of("cases", String.valueOf(given.getValue()), "by", asked)));
  }
}
