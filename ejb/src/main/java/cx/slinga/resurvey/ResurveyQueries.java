package cx.slinga.resurvey;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseSql;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads what customers were asked after the closing, and what they answered. */
@Stateless
@DenyAll
public class ResurveyQueries {
  @Inject private Database database;
  @Inject private Clock clock;

  /** The questions about one case, the latest first; none where it is out of sight. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<ResurveyRow> of(Visibility visibility, String number) {
    CaseSql sql = new CaseSql(visibility, CaseFilter.all(), clock.instant(), CaseQueries.ZONE);
    return database.read(
        h ->
            sql.bind(
                    h.createQuery(
                        "select r.invited_at, r.expires_at, r.answered_at, r.score, r.words from"
                            + " resurveys r join cases c on c.id = r.case_id where c.number ="
                            + " :number and "
                            + sql.where()
                            + " order by r.invited_at desc"))
                .bind("number", number)
                .map(ConstructorMapper.of(ResurveyRow.class))
                .list());
  }
}
