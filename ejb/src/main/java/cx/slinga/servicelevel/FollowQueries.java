package cx.slinga.servicelevel;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads how far the open cases have followed. */
@Stateless
@DenyAll
public class FollowQueries {
  @Inject private Database database;

  /** The last versions, today's first; the one that was shipped had no case to follow it. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<FollowRow> latest(int count) {
    return database.read(
        h ->
            h.createQuery(
                    "select j.id, j.version, j.state, coalesce(p.name, j.requested_by) as"
                        + " requested_by, j.requested_at, j.finished_at, j.total, j.reached,"
                        + " j.moved, j.incident from policy_jobs j left join people p on"
                        + " p.username = j.requested_by order by j.version desc limit :count")
                .bind("count", count)
                .map(ConstructorMapper.of(FollowRow.class))
                .list());
  }
}
