package cx.slinga.cases;

import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The causes that cases name, as far as closing a case needs them. */
@ApplicationScoped
class NamedCauses {
  @Inject private Database database;

  /** The cause and its plan, which nobody changes until the transaction ends. */
  NamedCause of(@Nullable UUID cause) {
    if (cause == null) {
      return NamedCause.NONE;
    }
    return database.read(
        h ->
            h.createQuery(
                    "select state, actions_total, actions_open from causes where id = :id for"
                        + " share")
                .bind("id", cause)
                .map(
                    (row, context) ->
                        new NamedCause(
                            row.getString("state").equals("REJECTED"),
                            new PlanCounts(
                                row.getInt("actions_total"), row.getInt("actions_open"))))
                .one());
  }
}
