package cx.slinga.cases;

import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Counts cases by what no filter of the list names. */
@Stateless
@DenyAll
public class CaseCountQueries {
  @Inject private Database database;
  @Inject private Clock clock;

  /** How many of the cases that have not ended were opened today, as far as is counted. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CaseTotal openedToday(Visibility visibility) {
    Instant now = clock.instant();
    CaseSql sql =
        new CaseSql(
            visibility,
            CaseFilter.parse(name -> name.equals("state") ? "active,resolved" : null),
            now,
            CaseQueries.ZONE);
    return database.read(
        h ->
            CaseTotal.counted(
                sql.bind(
                        h.createQuery(
                            "select count(*) from (select from cases c where c.opened_at >= :today"
                                + " and "
                                + sql.where()
                                + " limit :most) x"))
                    .bind(
                        "today",
                        now.atZone(CaseQueries.ZONE)
                            .toLocalDate()
                            .atStartOfDay(CaseQueries.ZONE)
                            .toOffsetDateTime())
                    .bind("most", CaseTotal.COUNTED + 1)
                    .mapTo(Long.class)
                    .one()));
  }
}
