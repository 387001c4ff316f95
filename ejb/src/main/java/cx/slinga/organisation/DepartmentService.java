package cx.slinga.organisation;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.DomainEvent.Change;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tree of departments. Who belongs to one and who heads it is the directory's to say: groups
 * below {@code /departments} are found by key.
 */
@Stateless
@DenyAll
public class DepartmentService {
  /** Longest name, in characters. */
  static final int NAME_MAX = 200;

  private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

  private Database database;
  private Consumer<DomainEvent> events;

  /** For the container. */
  @SuppressWarnings("NullAway")
  public DepartmentService() {}

  @Inject
  public DepartmentService(Database database, Event<DomainEvent> events) {
    this(database, (Consumer<DomainEvent>) events::fire);
  }

  DepartmentService(Database database, Consumer<DomainEvent> events) {
    this.database = database;
    this.events = events;
  }

  private static final int DEFAULT_PROJECTS = 3;

  private record Known(
      UUID id,
      String name,
      @Nullable UUID parent,
      String calendar,
      boolean open,
      long version,
      int projects) {}

  /**
   * Adds a department. No other one that is open may have its name, in whatever case.
   *
   * @param key letters a to z, digits and hyphens; the name of its group in the directory
   */
  @RolesAllowed(Roles.ADMINISTRATOR)
  public void add(String key, SaveDepartment department) {
    if (!KEY.matcher(key).matches()) {
      throw BusinessException.ofField("key", "department.key-wrong");
    }
    String name = name(department.name());
    int projects = projects(department, DEFAULT_PROJECTS);
    database.write(
        h -> {
          lockTree(h);
          if (find(h, key) != null) {
            throw BusinessException.ofField("key", "department.key-taken", key);
          }
          if (department.open()) {
            refuseSameName(h, name);
          }
          h.createUpdate(
                  "insert into departments (id, key, name, parent_id, calendar, is_open,"
                      + " project_limit) values (:id, :key, :name, cast(:parent as uuid),"
                      + " :calendar, :open, :projects)")
              .bind("id", Ids.next())
              .bind("key", key)
              .bind("name", name)
              .bind("parent", parent(h, null, department.parent()))
              .bind("calendar", department.calendar().name())
              .bind("open", department.open())
              .bind("projects", projects)
              .execute();
        });
    events.accept(
        new DepartmentChanged(
            "department.added",
            key,
            Map.of(
                "parent", Change.to(department.parent()),
                "calendar", Change.to(department.calendar()),
                "open", Change.to(department.open()))));
  }

  /**
   * Changes a department. One that touchpoints or open departments belong to cannot be closed; open
   * cases of a closed one are worked to their end.
   *
   * @param version the one that the user looked at, null skips the check
   * @throws NotFoundException when there is none
   */
  @RolesAllowed(Roles.ADMINISTRATOR)
  public void change(String key, @Nullable Long version, SaveDepartment department) {
    String name = name(department.name());
    Map<String, Change> changes = new LinkedHashMap<>();
    database.write(
        h -> {
          lockTree(h);
          Known before = find(h, key);
          if (before == null) {
            throw new NotFoundException(key);
          }
          if (version != null && version != before.version()) {
            throw new ChangedMeanwhileException(before.name());
          }
          UUID parent = parent(h, before.id(), department.parent());
          if (before.open() && !department.open()) {
            refuseInUse(h, before.id());
          }
          if (department.open() && !(before.open() && before.name().equalsIgnoreCase(name))) {
            refuseSameName(h, name);
          }
          if (!before.name().equals(name)) {
            changes.put("name", Change.of(null, null));
          }
          put(changes, "parent", before.parent(), parent);
          put(changes, "calendar", before.calendar(), department.calendar().name());
          put(changes, "open", before.open(), department.open());
          int projects = projects(department, before.projects());
          put(changes, "projects", before.projects(), projects);
          h.createUpdate(
                  "update departments set name = :name, parent_id = cast(:parent as uuid), calendar"
                      + " = :calendar, is_open = :open, project_limit = :projects, version ="
                      + " version + 1 where id = :id")
              .bind("name", name)
              .bind("parent", parent)
              .bind("calendar", department.calendar().name())
              .bind("open", department.open())
              .bind("projects", projects)
              .bind("id", before.id())
              .execute();
        });
    if (!changes.isEmpty()) {
      events.accept(new DepartmentChanged("department.changed", key, changes));
    }
  }

  /** The tree changes one change at a time: two moves at once could close a circle. */
  private static void lockTree(Handle h) {
    h.execute("select pg_advisory_xact_lock(hashtext('slinga.departments'))");
  }

  private static int projects(SaveDepartment department, int otherwise) {
    Integer wanted = department.projects();
    if (wanted == null) {
      return otherwise;
    }
    if (wanted < 1 || wanted > SaveDepartment.PROJECTS_MAX) {
      throw BusinessException.ofField(
          "projects", "department.projects", SaveDepartment.PROJECTS_MAX);
    }
    return wanted;
  }

  private static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw BusinessException.ofField("name", "department.name-missing");
    }
    if (stripped.length() > NAME_MAX) {
      throw BusinessException.ofField("name", "text.too-long", NAME_MAX);
    }
    if (stripped.indexOf('\0') >= 0) {
      throw BusinessException.ofField("name", "department.name-missing");
    }
    return stripped;
  }

  /** Lists name departments, so no two that take work are called the same, in whatever case. */
  private static void refuseSameName(Handle h, String name) {
    if (h.createQuery("select name from departments where is_open").mapTo(String.class).stream()
        .anyMatch(name::equalsIgnoreCase)) {
      throw BusinessException.ofField("name", "department.name-taken", name);
    }
  }

  private static @Nullable UUID parent(Handle h, @Nullable UUID self, @Nullable String key) {
    if (key == null || key.isBlank()) {
      return null;
    }
    Known parent = find(h, key);
    if (parent == null) {
      throw BusinessException.ofField("parent", "department.unknown", key);
    }
    if (!parent.open()) {
      throw BusinessException.ofField("parent", "department.closed", parent.name());
    }
    if (self != null
        && h.createQuery(
                "with recursive above as (select d.id, d.parent_id from departments d where d.id ="
                    + " :parent union select d.id, d.parent_id from departments d join above a on"
                    + " d.id = a.parent_id) select exists (select from above where id = :self)")
            .bind("parent", parent.id())
            .bind("self", self)
            .mapTo(Boolean.class)
            .one()) {
      throw BusinessException.ofField("parent", "department.below-itself");
    }
    return parent.id();
  }

  private static void refuseInUse(Handle h, UUID id) {
    long touchpoints =
        h.createQuery("select count(*) from touchpoints where department_id = :id")
            .bind("id", id)
            .mapTo(Long.class)
            .one();
    if (touchpoints > 0) {
      throw BusinessException.ofField("open", "department.has-touchpoints", touchpoints);
    }
    long below =
        h.createQuery("select count(*) from departments where parent_id = :id and is_open")
            .bind("id", id)
            .mapTo(Long.class)
            .one();
    if (below > 0) {
      throw BusinessException.ofField("open", "department.has-departments", below);
    }
  }

  private static @Nullable Known find(Handle h, String key) {
    return h.createQuery(
            "select id, name, parent_id, calendar, is_open, version, project_limit from departments"
                + " where key ="
                + " :key for no key update")
        .bind("key", key)
        .map(
            (row, context) ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("parent_id", UUID.class),
                    row.getString("calendar"),
                    row.getBoolean("is_open"),
                    row.getLong("version"),
                    row.getInt("project_limit")))
        .findOne()
        .orElse(null);
  }

  private static void put(
      Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (before == null ? after != null : !before.equals(after)) {
      changes.put(field, Change.of(before, after));
    }
  }
}
