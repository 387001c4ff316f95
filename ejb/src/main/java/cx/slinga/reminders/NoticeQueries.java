package cx.slinga.reminders;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads what people were told. */
@Stateless
@DenyAll
public class NoticeQueries {
  private static final RowMapper<Escalated> ESCALATED = ConstructorMapper.of(Escalated.class);

  @Inject private Database database;

  /**
   * The cases that were escalated to the caller and whose clock is still late, the latest told
   * first; each once, however many levels it has passed.
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Page<Escalated> escalated(Visibility visibility, int size) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return new Page<>(List.of(), null);
    }
    List<Escalated> rows =
        database.read(
            h ->
                h.createQuery(
                        "select c.number, e.clock, e.level, e.due_at, e.made_at as told_at, o.name"
                            + " as owner_name, t.name as touchpoint, c.score, r.words from (select"
                            + " distinct on (n.subject_id, n.clock) n.* from notices n where"
                            + " n.recipient_id = :person and n.level >= 2 and n.subject = 'CASE'"
                            + " order by n.subject_id, n.clock, n.level desc) e join deadlines d on"
                            + " d.case_id = e.subject_id and d.clock = e.clock and d.due_at ="
                            + " e.due_at join cases c on c.id = e.subject_id join responses r on"
                            + " r.id = c.response_id join people o on o.id = c.owner_id left join"
                            + " touchpoints t on t.id = c.symptom_touchpoint_id where c.paused_at"
                            + " is null and c.state not in ('RESOLVED', 'CLOSED', 'DISMISSED') and"
                            + " case e.clock when 'CONTACT' then c.contacted_at when 'ANALYSIS'"
                            + " then c.analysed_at else c.resolved_at end is null and (:all or"
                            + " c.owner_id = :person or c.symptom_department_id ="
                            + " any(:departments) or c.cause_department_id = any(:departments))"
                            + " order by e.made_at desc, e.id desc limit :limit")
                    .bind("person", visibility.person())
                    .bind("all", visibility.scope() == Visibility.Scope.ALL)
                    .bind("departments", visibility.departments().toArray(new UUID[0]))
                    .bind("limit", size + 1)
                    .map(ESCALATED)
                    .list());
    return Page.of(rows, size, Escalated::number);
  }
}
