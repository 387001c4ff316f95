package cx.slinga.improvement;

import cx.slinga.rootcause.CausesMerged;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;

/**
 * Which project removes which cause. A cause also says itself which project carries it on, so that
 * lists of cases can join it; that is put right in the transaction that changes what it follows
 * from, and locks the cause, so that no case is closed with it meanwhile.
 */
@ApplicationScoped
public class ProjectCauses {
  @Inject private Database database;

  /**
   * Links a cause.
   *
   * @return whether it was not linked before
   */
  public boolean link(UUID project, UUID cause) {
    return database.read(
        h -> {
          int linked =
              h.createQuery("select count(*) from project_causes where project_id = :project")
                  .bind("project", project)
                  .mapTo(Integer.class)
                  .one();
          int made =
              h.createUpdate(
                      "insert into project_causes (project_id, cause_id) values (:project, :cause)"
                          + " on conflict do nothing")
                  .bind("project", project)
                  .bind("cause", cause)
                  .execute();
          if (made > 0 && linked >= Project.CAUSES_MAX) {
            throw BusinessException.ofField("cause", "project.causes-most", Project.CAUSES_MAX);
          }
          return made > 0;
        });
  }

  /** Whether the project removes that cause already. */
  boolean isLinked(UUID project, UUID cause) {
    return database.read(
        h ->
            h.createQuery(
                    "select exists (select from project_causes where project_id = :project and"
                        + " cause_id = :cause)")
                .bind("project", project)
                .bind("cause", cause)
                .mapTo(Boolean.class)
                .one());
  }

  /** Takes the link away; refuses when there is none. */
  void unlink(UUID project, UUID cause) {
    int gone =
        database.read(
            h ->
                h.createUpdate(
                        "delete from project_causes where project_id = :project and cause_id ="
                            + " :cause")
                    .bind("project", project)
                    .bind("cause", cause)
                    .execute());
    if (gone == 0) {
      throw BusinessException.ofField("cause", "project.cause-foreign");
    }
  }

  /** The causes of a project say anew which project carries them on. */
  public void carry(Project project) {
    UUID[] causes =
        database.read(
            h ->
                h.createQuery("select cause_id from project_causes where project_id = :project")
                    .bind("project", project.id())
                    .mapTo(UUID.class)
                    .list()
                    .toArray(new UUID[0]));
    carry(causes);
  }

  /** Causes say anew which project carries them on; the project's state must be written down. */
  void carry(UUID... causes) {
    database.write(
        h -> {
          UUID[] inOrder = causes.clone();
          Arrays.sort(inOrder);
          // always in the same order, so that two changes wait for each other instead of for ever
          h.createQuery("select id from causes where id = any(:ids) order by id for no key update")
              .bind("ids", inOrder)
              .mapTo(UUID.class)
              .list();
          h.createUpdate(
                  "update causes k set project_id = (select p.id from project_causes l join"
                      + " projects p on p.id = l.project_id where l.cause_id = k.id and p.state in"
                      + " ('RUNNING', 'DONE', 'CELEBRATED') order by p.state = 'RUNNING' desc,"
                      + " p.started_at, p.id limit 1) where k.id = any(:ids)")
              .bind("ids", inOrder)
              .execute();
        });
  }

  /** When a cause is taken into another one, the projects that remove it remove that one. */
  void follow(@Observes CausesMerged merged) {
    database.write(
        h -> {
          h.createUpdate(
                  "insert into project_causes (project_id, cause_id) select project_id, :into from"
                      + " project_causes where cause_id = :from on conflict do nothing")
              .bind("into", merged.into())
              .bind("from", merged.from())
              .execute();
          h.createUpdate("delete from project_causes where cause_id = :from")
              .bind("from", merged.from())
              .execute();
        });
    carry(merged.from(), merged.into());
  }
}
