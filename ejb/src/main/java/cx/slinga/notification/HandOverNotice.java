package cx.slinga.notification;

import cx.slinga.organisation.WorkTaken;
import cx.slinga.shared.Database;
import cx.slinga.shared.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells those who take over somebody's work, one mail each, unless they did it themselves. */
@ApplicationScoped
class HandOverNotice {
  @Inject private Database database;
  @Inject private Outbox outbox;

  void on(@Observes WorkTaken taken) {
    for (WorkTaken.Share share : taken.shares()) {
      database
          .read(
              h ->
                  h.createQuery("select username from people where id = :id")
                      .bind("id", share.person())
                      .mapTo(String.class)
                      .findOne())
          .filter(owner -> !owner.equals(taken.actor()))
          .ifPresent(
              owner ->
                  outbox.put(
                      HandOverMail.KIND,
                      owner,
                      Map.of(
                          "from", taken.from(),
                          "cases", Long.toString(share.cases()),
                          "actions", Long.toString(share.actions()),
                          "causes", Long.toString(share.causes()),
                          "projects", Long.toString(share.projects()))));
    }
  }
}
