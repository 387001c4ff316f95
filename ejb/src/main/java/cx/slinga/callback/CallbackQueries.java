package cx.slinga.callback;

import cx.slinga.cases.CaseQueries;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads when customers want to be called. */
@Stateless
@DenyAll
public class CallbackQueries {
  private static final int MOST = 50;
  private static final RowMapper<CallbackDue> DUE = ConstructorMapper.of(CallbackDue.class);

  @Inject private Database database;
  @Inject private CaseQueries cases;
  @Inject private Clock clock;

  /** What was agreed for the case; none also when it is out of sight. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Optional<Callback> of(Visibility visibility, String number) {
    if (!cases.lies(visibility, number)) {
      return Optional.empty();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select b.day, b.from_time, b.to_time, b.note, p.name from callbacks b join"
                        + " cases c on c.id = b.case_id join people p on p.id = b.agreed_by where"
                        + " c.number = :number")
                .bind("number", number)
                .map(
                    (row, context) ->
                        new Callback(
                            row.getObject("day", java.time.LocalDate.class),
                            row.getObject("from_time", LocalTime.class),
                            row.getObject("to_time", LocalTime.class),
                            row.getString("note"),
                            row.getString("name")))
                .findOne());
  }

  /** Whom to call today or since an earlier day, of the own cases; by time, at most fifty. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CallbackDue> today(Visibility visibility) {
    if (visibility.scope() == Visibility.Scope.NONE) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    "select c.number, b.from_time as \"from\", b.to_time as \"to\", b.note, o.name"
                        + " as owner_name, t.name as touchpoint, c.score, r.words from callbacks b"
                        + " join cases c on c.id = b.case_id join responses r on r.id ="
                        + " c.response_id join people o on o.id = c.owner_id left join touchpoints"
                        + " t on t.id = c.symptom_touchpoint_id where b.day <= :today and"
                        + " c.owner_id = :person order by b.day, b.from_time limit :most")
                .bind("today", clock.instant().atZone(CaseQueries.ZONE).toLocalDate())
                .bind("person", visibility.person())
                .bind("most", MOST)
                .map(DUE)
                .list());
  }
}
