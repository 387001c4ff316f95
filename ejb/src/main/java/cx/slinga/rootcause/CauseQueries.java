package cx.slinga.rootcause;

import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads causes. Titles and counts are open to everybody on the journey; cases behind them are not.
 */
@Stateless
@DenyAll
public class CauseQueries {
  @Inject private Database database;

  /**
   * Causes to choose from, those of the touchpoint first, then by how many cases share them.
   *
   * @param touchpoint key of the touchpoint in question, or null
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseRow> suggestions(@Nullable String touchpoint) {
    return database.read(
        h ->
            h.createQuery(
                    "select k.id, k.title, k.state, t.key as touchpoint_key, t.name as touchpoint,"
                        + " d.name as department, (select count(*) from cases c where c.cause_id ="
                        + " k.id) as cases from causes k join touchpoints t on t.id ="
                        + " k.touchpoint_id join departments d on d.id = k.department_id where"
                        + " k.state <> 'REJECTED' order by (t.key = :touchpoint) desc nulls last,"
                        + " cases desc, k.title limit 200")
                .bind("touchpoint", touchpoint)
                .map(ConstructorMapper.of(CauseRow.class))
                .list());
  }
}
