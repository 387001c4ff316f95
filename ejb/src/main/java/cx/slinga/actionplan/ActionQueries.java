package cx.slinga.actionplan;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads actions. */
@Stateless
@DenyAll
public class ActionQueries {
  private static final String ROW =
      "select a.id, a.version, c.number as case_number, a.title, a.kind, p.username as"
          + " owner_username, p.name as owner_name, a.deadline, a.first_deadline, a.state,"
          + " a.ended_at from actions a join cases c on c.id = a.case_id join people p on p.id ="
          + " a.owner_id where (:all or a.owner_id = :person or c.owner_id = :person or"
          + " c.symptom_department_id = any(:departments) or c.cause_department_id ="
          + " any(:departments)) and ";

  @Inject private Database database;

  /** The plan of one case, in the order of its making; empty when the case is out of sight. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> plan(Visibility visibility, String caseNumber) {
    return list(visibility, "c.number = :key order by a.created_at", caseNumber);
  }

  /** The caller's own open actions, soonest first. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ActionRow> mine(Visibility visibility) {
    return list(
        visibility,
        "a.state = 'OPEN' and a.owner_id = :key order by a.deadline limit 200",
        visibility.person().value());
  }

  /**
   * One action.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public ActionRow get(Visibility visibility, UUID id) {
    return list(visibility, "a.id = :key", id).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException(id));
  }

  private List<ActionRow> list(Visibility visibility, String condition, Object key) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(ROW + condition)
                .bind("all", visibility.scope() == Visibility.Scope.ALL)
                .bind("person", visibility.person())
                .bind("departments", visibility.departments().toArray(new UUID[0]))
                .bind("key", key)
                .map(ConstructorMapper.of(ActionRow.class))
                .list());
  }
}
