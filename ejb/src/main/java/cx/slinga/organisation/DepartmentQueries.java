package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the tree of departments, closed ones too. Open to everybody who works here. */
@Stateless
@DenyAll
public class DepartmentQueries {
  @Inject private Database database;

  public DepartmentQueries() {}

  /** For use outside the container: tests. */
  public DepartmentQueries(Database database) {
    this.database = database;
  }

  /** All departments, each below the one that it belongs to, by name. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<DepartmentNode> tree(Visibility counts) {
    return database.read(
        h ->
            h.createQuery(
                    "with recursive tree as (select d.id, 0 as depth, array[d.name, d.key] as path"
                        + " from departments d where d.parent_id is null union all select d.id,"
                        + " t.depth + 1, t.path || array[d.name, d.key] from departments d join"
                        + " tree t on t.id = d.parent_id) select d.id, d.key, d.name, p.key as"
                        + " parent_key, t.depth, d.calendar, d.is_open as open, h.username as"
                        + " head_username, h.name as head_name, (select count(*) from memberships m"
                        + " join people w on w.id = m.person_id and w.active where m.department_id"
                        + " = d.id) as people, (select count(*) from touchpoints x where"
                        + " x.department_id = d.id) as touchpoints, (select count(*) from cases c"
                        + " where c.state not in ('CLOSED', 'DISMISSED') and"
                        + " (c.symptom_department_id = d.id or c.cause_department_id = d.id) and"
                        + " (:all or c.owner_id = :me or c.symptom_department_id = any(:mine) or"
                        + " c.cause_department_id = any(:mine))) as open_cases, d.version,"
                        + " d.project_limit from tree t join departments d on d.id = t.id left join"
                        + " departments p on p.id = d.parent_id left join people h on h.id ="
                        + " d.head_id order by t.path")
                .bind("all", counts.scope() == Visibility.Scope.ALL)
                .bind("me", counts.person())
                .bind("mine", counts.departments().toArray(UUID[]::new))
                .map(ConstructorMapper.of(DepartmentNode.class))
                .list());
  }
}
