package cx.slinga.cases;

import cx.slinga.clocks.Severity;
import cx.slinga.organisation.ChurnState;
import cx.slinga.organisation.CustomerValue;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who complained. Whoever may see the case sees them, and nobody else. */
@Stateless
@DenyAll
public class CaseCustomerQueries {
  private static final int MOST = 20;

  @Inject private Database database;
  @Inject private Clock clock;

  public CaseCustomerQueries() {}

  /** For use outside the container: tests. */
  public CaseCustomerQueries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Found(UUID caseId, @Nullable UUID customer, @Nullable String repeatOf) {}

  /**
   * The customer of a case, if it is known who that is. At most four statements.
   *
   * @throws NotFoundException when there is no such case, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public Optional<CaseCustomer> of(Visibility visibility, String number) {
    CaseSql sql = new CaseSql(visibility, CaseFilter.all(), clock.instant(), CaseQueries.ZONE);
    return database.read(
        h -> {
          Found found =
              sql.bind(
                      h.createQuery(
                          "select c.id, c.customer_id, (select b.number from cases b where b.id ="
                              + " c.repeat_of) as repeat_of from cases c where c.number = :number"
                              + " and "
                              + sql.where()))
                  .bind("number", number)
                  .map(
                      (row, context) ->
                          new Found(
                              row.getObject("id", UUID.class),
                              row.getObject("customer_id", UUID.class),
                              row.getString("repeat_of")))
                  .findOne()
                  .orElseThrow(() -> new NotFoundException(number));
          UUID customer = found.customer();
          return customer == null
              ? Optional.<CaseCustomer>empty()
              : Optional.of(customer(visibility, h, found, customer));
        });
  }

  private CaseCustomer customer(Visibility visibility, Handle h, Found found, UUID customer) {
    List<CaseCustomer.Joined> joined = joined(h, found.caseId());
    List<CaseCustomer.Earlier> before = before(visibility, h, found.caseId(), customer);
    return h.createQuery(
            "select k.key, k.name, k.email, k.phone, k.segment, k.language, k.value, k.consent,"
                + " k.churn_state, k.version, (select p.name from audit_entries e join people p on"
                + " p.username = e.actor where e.object_type = 'customer' and e.object_id ="
                + " k.id::text and e.outcome = 'DONE' order by e.id desc limit 1) as changed_by,"
                + " (select count(*) from responses r where r.customer_id = k.id and"
                + " not exists (select from cases c where c.id = :case and c.response_id = r.id))"
                + " as answers from customers k where k.id = :customer")
        .bind("case", found.caseId())
        .bind("customer", customer)
        .map(
            (row, context) ->
                new CaseCustomer(
                    row.getString("key"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("phone"),
                    row.getString("segment"),
                    row.getString("language"),
                    row.getString("value") == null
                        ? null
                        : CustomerValue.valueOf(row.getString("value")),
                    row.getBoolean("consent"),
                    row.getString("churn_state") == null
                        ? null
                        : ChurnState.valueOf(row.getString("churn_state")),
                    row.getLong("version"),
                    row.getString("changed_by"),
                    row.getLong("answers"),
                    joined,
                    before,
                    found.repeatOf()))
        .one();
  }

  private static List<CaseCustomer.Joined> joined(Handle h, UUID caseId) {
    return h.createQuery(
            "select r.external_id, s.name as survey, r.score, r.answered_on, r.words, j.joined_at,"
                + " j.severity_before, j.severity_after from joined_responses j join responses r on"
                + " r.id = j.response_id join surveys s on s.id = r.survey_id where j.case_id ="
                + " :case order by j.joined_at, j.response_id limit :limit")
        .bind("case", caseId)
        .bind("limit", MOST)
        .map(
            (row, context) ->
                new CaseCustomer.Joined(
                    row.getString("external_id"),
                    row.getString("survey"),
                    row.getObject("score", Integer.class),
                    row.getObject("answered_on", LocalDate.class),
                    row.getString("words"),
                    row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                    Severity.valueOf(row.getString("severity_before")),
                    Severity.valueOf(row.getString("severity_after"))))
        .list();
  }

  private List<CaseCustomer.Earlier> before(
      Visibility visibility, Handle h, UUID caseId, UUID customer) {
    CaseSql sql = new CaseSql(visibility, CaseFilter.all(), clock.instant(), CaseQueries.ZONE);
    return sql.bind(
            h.createQuery(
                "select c.number, c.state, c.score, c.opened_at from cases c where c.customer_id ="
                    + " :customer and c.id <> :case and "
                    + sql.where()
                    + " order by c.opened_at desc, c.id desc limit :limit"))
        .bind("customer", customer)
        .bind("case", caseId)
        .bind("limit", MOST)
        .map((row, context) -> earlier(row))
        .list();
  }

  private static CaseCustomer.Earlier earlier(ResultSet row) throws SQLException {
    return new CaseCustomer.Earlier(
        row.getString("number"),
        CaseState.valueOf(row.getString("state")),
        row.getObject("score", Integer.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }
}
