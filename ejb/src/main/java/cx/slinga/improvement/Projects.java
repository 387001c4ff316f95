package cx.slinga.improvement;

import cx.slinga.cases.CaseQueries;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotAllowedException;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The projects as entities, for the service that changes one, and what belongs to the change. */
@ApplicationScoped
public class Projects {
  @PersistenceContext private EntityManager entities;
  @Inject private Database database;

  /** A department as a project needs it. */
  record Place(UUID id, String name) {}

  /**
   * A project that the caller may change; nobody else changes it until the transaction ends.
   *
   * @param seenVersion the version that the caller looked at, null when it does not matter
   * @throws NotFoundException when there is none
   * @throws NotAllowedException when it is not the caller's to change
   * @throws ChangedMeanwhileException when somebody saved it after the caller had looked
   */
  Project get(Caller caller, String number, @Nullable Long seenVersion) {
    UUID id =
        database
            .read(
                h ->
                    h.createQuery("select id from projects where number = :number")
                        .bind("number", number)
                        .mapTo(UUID.class)
                        .findOne())
            .orElseThrow(() -> new NotFoundException(number));
    Project found = entities.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE);
    refuseForeign(caller, found.departmentId());
    if (seenVersion != null && seenVersion != found.version()) {
      throw new ChangedMeanwhileException(number);
    }
    return found;
  }

  /** Refuses a department whose projects the caller may only read. */
  static void refuseForeign(Caller caller, UUID department) {
    if (!mayChange(caller.roles(), caller.departments(), department)) {
      throw new NotAllowedException();
    }
  }

  /** The CX owner changes every project, heads those of their departments. */
  static boolean mayChange(Set<String> roles, Set<UUID> departments, UUID department) {
    return roles.contains(Roles.CX_OWNER)
        || (roles.contains(Roles.DEPARTMENT_HEAD) && departments.contains(department));
  }

  /** The department of that key; it is not closed before the transaction ends. */
  Place department(String key) {
    record Found(UUID id, String name, boolean open) {}
    Found found =
        database
            .read(
                h ->
                    h.createQuery(
                            "select id, name, is_open from departments where key = :key for share")
                        .bind("key", key)
                        .map(
                            (row, context) ->
                                new Found(
                                    row.getObject("id", UUID.class),
                                    row.getString("name"),
                                    row.getBoolean("is_open")))
                        .findOne())
            .orElseThrow(() -> BusinessException.ofField("department", "department.unknown", key));
    if (!found.open()) {
      throw BusinessException.ofField("department", "department.closed", found.name());
    }
    return new Place(found.id(), found.name());
  }

  /** What the department can take on; no other project of it starts before the transaction ends. */
  RunningRoom room(UUID department, @Nullable String override) {
    String reason =
        override == null || override.isBlank()
            ? null
            : ProjectFacts.checked("override", "reason.missing", ProjectFacts.TEXT_MAX, override);
    return database.read(
        h -> {
          h.createQuery("select id from departments where id = :id for no key update")
              .bind("id", department)
              .mapTo(UUID.class)
              .one();
          return h.createQuery(
                  "select d.name, d.project_limit, (select count(*) from projects p where"
                      + " p.department_id = d.id and p.state = 'RUNNING') as running from"
                      + " departments d where d.id = :id")
              .bind("id", department)
              .map(
                  (row, context) ->
                      new RunningRoom(
                          row.getString("name"),
                          row.getInt("running"),
                          row.getInt("project_limit"),
                          reason))
              .one();
        });
  }

  /** The number of the next project. */
  public String nextNumber(Instant at) {
    long next =
        database.read(
            h -> h.createQuery("select nextval('project_numbers')").mapTo(Long.class).one());
    return number(at, next);
  }

  static String number(Instant at, long next) {
    String digits = Long.toString(next);
    return "PR-"
        + at.atZone(CaseQueries.ZONE).getYear()
        + "-"
        + "0".repeat(Math.max(0, 4 - digits.length()))
        + digits;
  }

  /** Keeps a new project, so that plain SQL can refer to it. */
  public void add(Project made) {
    entities.persist(made);
    entities.flush();
  }

  /** Writes changes down, so that plain SQL of the same transaction meets them. */
  public void flush() {
    entities.flush();
  }

  /** Keeps what the project's page tells of an event. */
  public void remember(
      Project project,
      ProjectChanged event,
      UUID person,
      @Nullable String reason,
      @Nullable UUID cause,
      Instant at) {
    database.write(
        h ->
            h.createUpdate(
                    "insert into project_history (project_id, at, person_id, verb, reason,"
                        + " cause_id, owner_id) values (:project, :at, :person, :verb, :reason,"
                        + " :cause, :owner)")
                .bind("project", project.id())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("person", person)
                .bind("verb", event.verb())
                .bind("reason", reason)
                .bind("cause", cause)
                .bind("owner", event.owner())
                .execute());
  }
}
