package cx.slinga.cases;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The causes that cases name, as far as closing a case needs them. */
@ApplicationScoped
class NamedCauses {
  @Inject private Database database;

  private record Locked(boolean rejected, PlanCounts plan, @Nullable UUID project) {}

  /**
   * The cause that the case names, its plan and the project that removes it. Who changes any of
   * them changes the cause too, and waits until the transaction ends.
   */
  NamedCause of(Case named) {
    UUID cause = named.causeId();
    if (cause == null) {
      return NamedCause.NONE;
    }
    return database.read(
        h -> {
          Locked found = lock(h, cause);
          UUID project = found.project();
          return new NamedCause(
              found.rejected(),
              found.plan(),
              project == null ? Carrier.NONE : carrier(h, project, named.id()));
        });
  }

  private static Locked lock(Handle h, UUID cause) {
    return h.createQuery(
            "select state, actions_total, actions_open, project_id from causes where id = :id for"
                + " share")
        .bind("id", cause)
        .map(
            (row, context) ->
                new Locked(
                    row.getString("state").equals("REJECTED"),
                    new PlanCounts(row.getInt("actions_total"), row.getInt("actions_open")),
                    row.getObject("project_id", UUID.class)))
        .one();
  }

  /** Asked after the cause is locked, so that the project is as it stays. */
  private static Carrier carrier(Handle h, UUID project, UUID subject) {
    return h.createQuery(
            "select case p.state when 'RUNNING' then p.number end as running, p.actions_total,"
                + " (select count(*) from actions a where a.case_id = :case and a.state = 'OPEN'"
                + " and a.kind = 'CONTAINMENT') as containment from projects p where p.id ="
                + " :project")
        .bind("project", project)
        .bind("case", subject)
        .map(
            (row, context) ->
                new Carrier(
                    row.getString("running"),
                    row.getInt("actions_total"),
                    row.getInt("containment")))
        .one();
  }
}
