package cx.slinga.cases;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans of causes, as far as closing a case needs them. */
@ApplicationScoped
class SharedPlans {
  @Inject private Database database;

  /** The cause's plan, which nobody changes until the transaction ends. */
  PlanCounts of(@Nullable UUID cause) {
    if (cause == null) {
      return PlanCounts.NONE;
    }
    return database.read(
        h ->
            h.createQuery("select actions_total, actions_open from causes where id = :id for share")
                .bind("id", cause)
                .map(
                    (row, context) ->
                        new PlanCounts(row.getInt("actions_total"), row.getInt("actions_open")))
                .one());
  }
}
