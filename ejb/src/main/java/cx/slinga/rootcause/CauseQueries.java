package cx.slinga.rootcause;

import cx.slinga.cases.CaseQueries;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.journey.Touchpoints;
import cx.slinga.organisation.DepartmentOwners.Taker;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads causes. Titles, states, whys, trees and counts are open to everybody on the journey; the
 * cases behind them, and evidence, are not.
 */
@Stateless
@DenyAll
public class CauseQueries {
  /** Most causes of a list. */
  public static final int MOST = 500;

  @Inject private Database database;
  @Inject private Whys whys;
  @Inject private CauseTree tree;
  @Inject private EvidenceStore evidence;
  @Inject private CaseQueries cases;
  @Inject private Touchpoints touchpoints;
  @Inject private Following following;
  @Inject private CurrentUser currentUser;

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
                    CauseSql.ROW
                        + CauseSql.COUNTED
                        + "where k.state <> 'REJECTED' and k.merged_into is null order by (t.key ="
                        + " :touchpoint) desc nulls last, cases desc, k.title limit 200")
                .bind("touchpoint", touchpoint)
                .map(CauseSql.CAUSE_ROW)
                .list());
  }

  /** Causes that the filter names, those that most cases share first. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<CauseRow> list(CauseFilter filter) {
    return database.read(
        h ->
            h.createQuery(
                    CauseSql.ROW
                        + CauseSql.COUNTED
                        + "where k.merged_into is null and (:anyState or k.state = any(:states))"
                        + " and (:department::text is null or d.key = :department) and"
                        + " (:owner::text is null or o.username = :owner) and (:touchpoint::text"
                        + " is null or t.key = :touchpoint) and (:words::text is null or"
                        + " position(lower(:words) in lower(k.title)) > 0) order by cases desc,"
                        + " k.title, k.id limit :most")
                .bind("anyState", filter.states().isEmpty())
                .bind("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .bind("department", filter.department())
                .bind("owner", filter.owner())
                .bind("touchpoint", filter.touchpoint())
                .bind("words", filter.words())
                .bind("most", MOST)
                .map(CauseSql.CAUSE_ROW)
                .list());
  }

  /** How many causes wait to be removed: suspected, confirmed or addressed. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public long count() {
    return database.read(
        h ->
            h.createQuery(
                    "select count(*) from causes where merged_into is null and state in"
                        + " ('SUSPECTED', 'CONFIRMED', 'ADDRESSED')")
                .mapTo(Long.class)
                .one());
  }

  /**
   * Where an old link leads: the cause itself, or the one into which it was merged.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public UUID resolve(UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    "with recursive way (id, merged_into, steps) as (select id, merged_into, 0"
                        + " from causes where id = :id union all select k.id, k.merged_into,"
                        + " w.steps + 1 from way w join causes k on k.id = w.merged_into where"
                        + " w.steps < 100) select id from way where merged_into is null")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /**
   * One cause with everything behind it.
   *
   * @param visibility decides whether its evidence is shown: to who sees one of its cases, and to
   *     who may change it
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public CauseDetails details(Visibility visibility, UUID id) {
    return database.read(h -> details(visibility, h, id));
  }

  private CauseDetails details(Visibility visibility, Handle h, UUID id) {
    CauseRow row =
        h.createQuery(CauseSql.ROW + CauseSql.COUNTED_ONE + "where k.id = :id")
            .bind("id", id)
            .map(CauseSql.CAUSE_ROW)
            .findOne()
            .orElseThrow(() -> new NotFoundException(id));
    boolean inSight = seesEvidence(visibility, h, id);
    List<CauseDetails.Happened> history =
        h.createQuery(
                "select e.at, coalesce(p.name, e.actor) as actor_name, e.verb, coalesce(e.changes"
                    + " -> 'into' ->> 1, e.changes -> 'from' ->> 1, e.changes -> 'mergedInto' ->>"
                    + " 1) as other from audit_entries e left join people p on p.username = e.actor"
                    + " where e.object_type = 'cause' and e.object_id = :id and e.outcome = 'DONE'"
                    + " order by e.id desc limit 100")
            .bind("id", id.toString())
            .map(
                (r, context) ->
                    new CauseDetails.Happened(
                        instant(r.getObject("at", OffsetDateTime.class)),
                        r.getString("actor_name"),
                        r.getString("verb"),
                        r.getString("other") == null
                            ? null
                            : UUID.fromString(r.getString("other"))))
            .list();
    return h.createQuery(
            "select p.name as head_name, c.name as created_by, k.created_at, k.escape_point,"
                + " k.rejection_reason, (select count(*) from causes m where m.merged_into = k.id)"
                + " as merged_from from causes k join people c on c.id = k.created_by join"
                + " departments d on d.id = k.department_id left join people p on p.id = d.head_id"
                + " where k.id = :id")
        .bind("id", id)
        .map(
            (r, context) ->
                new CauseDetails(
                    row,
                    r.getString("head_name"),
                    r.getString("created_by"),
                    instant(r.getObject("created_at", OffsetDateTime.class)),
                    r.getString("escape_point"),
                    r.getString("rejection_reason"),
                    whys.of(id),
                    tree.of(id),
                    inSight ? evidence.of(id) : List.of(),
                    inSight,
                    r.getLong("merged_from"),
                    history))
        .one();
  }

  /** Whether the caller may change the cause; it hides, the services protect. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public boolean mayChange(UUID id) {
    var caller = currentUser.get();
    return database
        .read(
            h ->
                h.createQuery(
                        "select department_id from causes where id = :id and merged_into is null")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .findOne())
        .filter(department -> Causes.mayChange(caller.roles(), caller.departments(), department))
        .isPresent();
  }

  /**
   * A file that is evidence.
   *
   * @throws NotFoundException when there is none, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public EvidenceFile file(Visibility visibility, UUID cause, UUID id) {
    UUID now = resolve(cause);
    if (!database.read(h -> seesEvidence(visibility, h, now))) {
      throw new NotFoundException(id);
    }
    return evidence.file(now, id);
  }

  private static boolean seesEvidence(Visibility visibility, Handle h, UUID cause) {
    return switch (visibility.scope()) {
      case ALL -> true;
      case NONE -> false;
      case DEPARTMENTS ->
          h.createQuery(
                  "select exists (select from causes where id = :cause and department_id ="
                      + " any(:departments)) or exists (select from cases where cause_id = :cause"
                      + " and (owner_id = :person or symptom_department_id = any(:departments) or"
                      + " cause_department_id = any(:departments)))")
              .bind("cause", cause)
              .bind("departments", visibility.departments().toArray(new UUID[0]))
              .bind("person", visibility.person())
              .mapTo(Boolean.class)
              .one();
    };
  }

  /**
   * Who gets a case when it follows its cause to the department of a touchpoint.
   *
   * @return null when it stays with its owner
   * @throws NotFoundException when there is no such case, or none within sight
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public @Nullable Taker follower(
      Visibility visibility, String caseNumber, String symptomTouchpoint, String causeTouchpoint) {
    cases.details(visibility, caseNumber);
    TouchpointRow caused = touchpoints.get("causeTouchpoint", causeTouchpoint);
    TouchpointRow felt = touchpoints.get("symptomTouchpoint", symptomTouchpoint);
    UUID owner =
        database.read(
            h ->
                h.createQuery("select owner_id from cases where number = :number")
                    .bind("number", caseNumber)
                    .mapTo(UUID.class)
                    .one());
    return following.taker(owner, felt.departmentId(), caused.departmentId()).orElse(null);
  }

  private static Instant instant(@Nullable OffsetDateTime at) {
    return Objects.requireNonNull(at).toInstant();
  }
}
