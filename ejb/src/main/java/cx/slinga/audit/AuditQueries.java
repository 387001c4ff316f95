package cx.slinga.audit;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads the record, newest first. */
@Stateless
@DenyAll
public class AuditQueries {
  @Inject private Database database;

  /**
   * One page.
   *
   * @param objectType and {@code objectId} narrow to one object, {@code actor} to one person; null
   *     for all
   * @param after key of the page before
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.AUDITOR})
  public Page<AuditEntry> list(
      @Nullable String objectType,
      @Nullable String objectId,
      @Nullable String actor,
      @Nullable String after,
      int size) {
    Long before;
    try {
      before = after == null ? null : Long.valueOf(after);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField("after", "filter.unknown-value", after);
    }
    List<AuditEntry> rows =
        database.read(
            h ->
                h.createQuery(
                        "select id, at, actor, origin, verb, object_type, object_id, changes::text"
                            + " as changes, outcome, reason from audit_entries where (:type::text"
                            + " is null or object_type = :type) and (:object::text is null or"
                            + " object_id = :object) and (:actor::text is null or actor = :actor)"
                            + " and (:after::bigint is null or id < :after) order by id desc limit"
                            + " :limit")
                    .bind("type", objectType)
                    .bind("object", objectId)
                    .bind("actor", actor)
                    .bind("after", before)
                    .bind("limit", size + 1)
                    .map(ConstructorMapper.of(AuditEntry.class))
                    .list());
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  /**
   * What the ids in an entry are called today. An id that is not there any more, or is no id of
   * something with a name, is left out.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.AUDITOR})
  public Map<String, String> names(Set<UUID> ids) {
    Map<String, String> names = new HashMap<>();
    database.write(
        h ->
            h.createQuery(
                    "select id, name from people where id = any(:ids) union all select id, name"
                        + " from departments where id = any(:ids) union all select id, name from"
                        + " touchpoints where id = any(:ids) union all select id, title from causes"
                        + " where id = any(:ids) union all select id, title from actions where id ="
                        + " any(:ids) union all select id, number from cases where id = any(:ids)"
                        + " union all select id, number from projects where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
                .list());
    return names;
  }
}
