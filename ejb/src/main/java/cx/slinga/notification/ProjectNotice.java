package cx.slinga.notification;

import cx.slinga.improvement.ProjectChanged;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.Database;
import cx.slinga.shared.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Tells the new owner of a project, unless it is the one who made them so. */
@ApplicationScoped
class ProjectNotice {
  @Inject private Database database;
  @Inject private Outbox outbox;
  @Inject private CurrentUser currentUser;

  void on(@Observes ProjectChanged changed) {
    UUID owner = changed.owner();
    if (owner == null) {
      return;
    }
    database
        .read(
            h ->
                h.createQuery("select username from people where id = :id")
                    .bind("id", owner)
                    .mapTo(String.class)
                    .findOne())
        .filter(username -> !username.equals(currentUser.username()))
        .ifPresent(
            username ->
                outbox.put(
                    ProjectAssignedMail.KIND, username, Map.of("number", changed.objectId())));
  }
}
