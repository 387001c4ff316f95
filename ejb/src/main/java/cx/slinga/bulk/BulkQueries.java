package cx.slinga.bulk;

import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads bulk jobs and what they refused: one's own. */
@Stateless
@DenyAll
public class BulkQueries {
  private static final String JOB =
      "select j.id, j.verb, j.state, coalesce(p.name, j.requested_by) as requested_by,"
          + " j.requested_at, j.started_at, j.finished_at, j.named, j.total, j.reached, j.done,"
          + " j.refused, j.cancel_requested as cancelling, j.failure_key, coalesce(j.failure_args,"
          + " '{}') as failure_args from bulk_jobs j left join people p on p.username ="
          + " j.requested_by where j.requested_by = :me ";

  @Inject private Database database;
  @Inject private CurrentUser currentUser;

  /** The caller's last jobs, the newest first. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public List<BulkRow> latest(int count) {
    return database.read(
        h ->
            h.createQuery(JOB + "order by j.requested_at desc, j.id desc limit :count")
                .bind("me", currentUser.username())
                .bind("count", count)
                .map(ConstructorMapper.of(BulkRow.class))
                .list());
  }

  /**
   * One job.
   *
   * @throws NotFoundException when there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public BulkRow get(UUID id) {
    return database.read(
        h ->
            h.createQuery(JOB + "and j.id = :id")
                .bind("me", currentUser.username())
                .bind("id", id)
                .map(ConstructorMapper.of(BulkRow.class))
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /**
   * Cases that were left as they were, in the job's order.
   *
   * @param after key of the page before
   * @throws NotFoundException when there is no such job, or it is somebody else's
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public Page<BulkRefusal> refusals(UUID id, @Nullable String after, int size) {
    get(id);
    int position;
    try {
      position = after == null ? 0 : Integer.parseInt(after);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField("after", "filter.unknown-value", after);
    }
    List<BulkRefusal> rows =
        database.read(
            h ->
                h.createQuery(
                        "select position, number, reason_key, reason_args from bulk_items where"
                            + " job_id = :id and reason_key is not null and position > :after order"
                            + " by position limit :limit")
                    .bind("id", id)
                    .bind("after", position)
                    .bind("limit", size + 1)
                    .map(ConstructorMapper.of(BulkRefusal.class))
                    .list());
    return Page.of(rows, size, row -> Integer.toString(row.position()));
  }
}
