package cx.slinga.actionplan;

import cx.slinga.rootcause.CausesMerged;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** When a cause is taken into another one, the actions that its cases share go with them. */
@ApplicationScoped
class MergedPlans {
  @Inject private Database database;

  void follow(@Observes CausesMerged merged) {
    database.write(
        h -> {
          h.createUpdate(
                  "update actions set cause_id = :into, version = version + 1 where cause_id ="
                      + " :from")
              .bind("into", merged.into())
              .bind("from", merged.from())
              .execute();
          h.createUpdate(
                  "update causes k set actions_total = n.total, actions_open = n.open from (select"
                      + " m.id, count(a.id) as total, count(a.id) filter (where a.state = 'OPEN')"
                      + " as open from causes m left join actions a on a.cause_id = m.id and"
                      + " a.state <> 'CANCELLED' where m.id"
                      + " in (:into, :from) group by m.id) n where k.id = n.id")
              .bind("into", merged.into())
              .bind("from", merged.from())
              .execute();
        });
  }
}
