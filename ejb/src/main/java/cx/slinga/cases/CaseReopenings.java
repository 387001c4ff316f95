package cx.slinga.cases;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps why cases were taken up again; the record only says which of these it was. */
@ApplicationScoped
public class CaseReopenings {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected CaseReopenings() {}

  @Inject
  public CaseReopenings(Database database) {
    this.database = database;
  }

  /**
   * Somebody took it up again.
   *
   * @throws BusinessException at {@code reason} when it is too long
   */
  void because(UUID caseId, CaseEvent.Reopened event, String reason, UUID by, Instant at) {
    String kept = reason.strip().replace("\0", "");
    if (kept.length() > CaseService.NOTE_MAX) {
      throw BusinessException.ofField("reason", "text.too-long", CaseService.NOTE_MAX);
    }
    keep(caseId, event, kept, by, at);
  }

  /** The customer's new score opened it again. */
  public void byScore(UUID caseId, CaseEvent.Reopened event, Instant at) {
    keep(caseId, event, null, null, at);
  }

  private void keep(
      UUID caseId,
      CaseEvent.Reopened event,
      @Nullable String reason,
      @Nullable UUID by,
      Instant at) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into case_reopenings (id, case_id, reason, score, reopened_by,"
                        + " reopened_at) values (:id, :case, :reason, :score, :by, :at)")
                .bind("id", event.reopening())
                .bind("case", caseId)
                .bind("reason", reason)
                .bind("score", event.score())
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Why it was taken up the last time; null when it never was, or nobody knows any more. */
  static @Nullable CaseReopening last(Handle h, UUID caseId) {
    return h.createQuery(
            "select o.reopened_at, p.name, o.reason, o.score from case_reopenings o left join"
                + " people p on p.id = o.reopened_by where o.case_id = :id order by o.reopened_at"
                + " desc, o.id desc limit 1")
        .bind("id", caseId)
        .map(
            (r, context) ->
                new CaseReopening(
                    r.getObject("reopened_at", java.time.OffsetDateTime.class).toInstant(),
                    r.getString("name"),
                    r.getString("reason"),
                    r.getObject("score", Integer.class)))
        .findOne()
        .orElse(null);
  }
}
