package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Departments and people, for filters and for choosing an owner. Open to everybody who works here.
 */
@Stateless
@DenyAll
public class OrganisationQueries {
  @Inject private Database database;

  /** All departments, by name. */
  @RolesAllowed({
    Roles.CX_OWNER,
    Roles.DEPARTMENT_HEAD,
    Roles.CASE_OWNER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public List<DepartmentRow> departments() {
    return database.read(
        h ->
            h.createQuery(
                    "select d.id, d.key, d.name, p.username as head_username, p.name as head_name"
                        + " from departments d left join people p on p.id = d.head_id where"
                        + " d.is_open order by d.name")
                .map(ConstructorMapper.of(DepartmentRow.class))
                .list());
  }

  /** Active people who may own a case or an action, by name. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<PersonRow> owners() {
    return database.read(
        h ->
            h.createQuery(
                    "select p.id, p.username, p.name, array(select d.name from departments d left"
                        + " join memberships m on m.department_id = d.id and m.person_id = p.id"
                        + " where m.person_id is not null or d.head_id = p.id order by d.name) as"
                        + " departments, (select count(*) from cases c where c.owner_id = p.id and"
                        + " c.state not in ('CLOSED', 'DISMISSED')) as open_cases from people p"
                        + " where p.active and p.roles && array['cx_owner', 'department_head',"
                        + " 'case_owner'] order by p.name")
                .map(ConstructorMapper.of(PersonRow.class))
                .list());
  }
}
