package cx.slinga.directory;

import cx.slinga.audit.AuditTrail;
import cx.slinga.directory.PersonMirrored.Standing;
import cx.slinga.organisation.HandOvers;
import cx.slinga.organisation.HandedOver;
import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes people, memberships and heads of departments agree with the directory: a few set-based
 * statements whatever the number of people, and one entry in the record for each person whose
 * standing changed.
 */
@ApplicationScoped
public class DirectoryTables {
  private Database database;
  private Recorder recorder;
  private HandOvers handOvers;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected DirectoryTables() {}

  @Inject
  DirectoryTables(Database database, AuditTrail auditTrail, HandOvers handOvers) {
    this(
        database,
        (Recorder) change -> auditTrail.recordFor("system", "directory", change),
        handOvers);
  }

  DirectoryTables(Database database, Recorder recorder, HandOvers handOvers) {
    this.database = database;
    this.recorder = recorder;
    this.handOvers = handOvers;
  }

  /** Where changes are written down. */
  interface Recorder {
    void record(DomainEvent change);
  }

  /**
   * What a run changed.
   *
   * @param changed people whose roles, departments or presence changed
   * @param orphaned open cases of people who left just now; when nobody was there to take them over
   */
  record Outcome(int people, int changed, long orphaned) {}

  /** People of the directory, departments and heads; whoever is not among them becomes inactive. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Outcome agreeWith(List<DirectoryPerson> directory) {
    return database.read(
        h -> {
          // one server at a time; the other one waits and then finds nothing to do
          h.execute("select pg_advisory_xact_lock(hashtext('slinga.directory'))");
          Set<String> known =
              new HashSet<>(
                  h.createQuery("select key from departments").mapTo(String.class).list());
          List<DirectoryPerson> people =
              directory.stream()
                  .map(p -> within(known, p))
                  .sorted(Comparator.comparing(DirectoryPerson::username))
                  .toList();
          Map<String, Standing> before = standings(h);
          upsert(h, people);
          deactivateOthers(h, people);
          memberships(h, people);
          heads(h, people);
          List<PersonMirrored> changes = changes(before, people);
          changes.forEach(recorder::record);
          leave(h, changes);
          return new Outcome(people.size(), changes.size(), orphaned(h, changes));
        });
  }

  private static DirectoryPerson within(Set<String> departments, DirectoryPerson person) {
    SortedSet<String> known = new TreeSet<>(person.departments());
    known.retainAll(departments);
    return new DirectoryPerson(
        person.directoryId(),
        person.username(),
        person.name(),
        person.email(),
        person.language(),
        person.roles(),
        known);
  }

  /** Those whose standing differs, by username. */
  static List<PersonMirrored> changes(Map<String, Standing> before, List<DirectoryPerson> people) {
    Map<String, Standing> after = new TreeMap<>();
    before.forEach((username, standing) -> after.put(username, Standing.ABSENT));
    people.forEach(p -> after.put(p.username(), new Standing(true, p.roles(), p.departments())));
    List<PersonMirrored> changes = new ArrayList<>();
    after.forEach(
        (username, standing) -> {
          Standing was = before.getOrDefault(username, Standing.ABSENT);
          if (was.active() ? !was.equals(standing) : standing.active()) {
            changes.add(new PersonMirrored(username, was, standing));
          }
        });
    return changes;
  }

  private static Map<String, Standing> standings(Handle h) {
    Map<String, Standing> standings = new HashMap<>();
    h.createQuery(
            "select p.username, p.active, p.roles, array(select d.key from memberships m join"
                + " departments d on d.id = m.department_id where m.person_id = p.id) as"
                + " departments from people p where p.directory_id is not null")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("username"),
                    new Standing(
                        row.getBoolean("active"),
                        sorted((String[]) row.getArray("roles").getArray()),
                        sorted((String[]) row.getArray("departments").getArray()))))
        .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
    return standings;
  }

  /**
   * The person is found by name first: when a realm is built anew the same people have other ids. A
   * renamed person keeps row and cases, unless somebody else already has the new name.
   */
  private static void upsert(Handle h, List<DirectoryPerson> people) {
    String[] ids = column(people, DirectoryPerson::directoryId);
    String[] usernames = column(people, DirectoryPerson::username);
    h.createUpdate(
            "update people p set username = s.username from unnest(:ids, :usernames) as"
                + " s(directory_id, username) where p.directory_id = s.directory_id and p.username"
                + " <> s.username and not exists (select from people q where q.username ="
                + " s.username)")
        .bind("ids", ids)
        .bind("usernames", usernames)
        .execute();
    h.createUpdate(
            "update people p set directory_id = null, active = false from unnest(:ids, :usernames)"
                + " as s(directory_id, username) where p.directory_id = s.directory_id and"
                + " p.username <> s.username")
        .bind("ids", ids)
        .bind("usernames", usernames)
        .execute();
    h.createUpdate(
            "insert into people (id, username, directory_id, name, email, language, roles, active)"
                + " select s.id, s.username, s.directory_id, s.name, s.email, s.language,"
                + " string_to_array(s.roles, ','), true from unnest(:newIds, :usernames, :ids,"
                + " :names, :emails, :languages, :roles) as s(id, username, directory_id, name,"
                + " email, language, roles) on conflict (username) do update set directory_id ="
                + " excluded.directory_id, name = excluded.name, email = excluded.email, language"
                + " = excluded.language, roles = excluded.roles, active = true where"
                + " (people.directory_id, people.name, people.email, people.language,"
                + " people.roles, people.active) is distinct from (excluded.directory_id,"
                + " excluded.name, excluded.email, excluded.language, excluded.roles, true)")
        .bind("newIds", Stream.generate(Ids::next).limit(people.size()).toArray(UUID[]::new))
        .bind("ids", ids)
        .bind("usernames", usernames)
        .bind("names", column(people, DirectoryPerson::name))
        .bind("emails", column(people, DirectoryPerson::email))
        .bind("languages", column(people, DirectoryPerson::language))
        .bind("roles", column(people, p -> String.join(",", p.roles())))
        .execute();
  }

  private static void deactivateOthers(Handle h, List<DirectoryPerson> people) {
    h.createUpdate(
            "update people set active = false where active and directory_id is not null and not"
                + " username = any(:usernames)")
        .bind("usernames", column(people, DirectoryPerson::username))
        .execute();
  }

  private static void memberships(Handle h, List<DirectoryPerson> people) {
    List<String> usernames = new ArrayList<>();
    List<String> departments = new ArrayList<>();
    for (DirectoryPerson person : people) {
      for (String department : person.departments()) {
        usernames.add(person.username());
        departments.add(department);
      }
    }
    String wanted =
        "select p.id as person_id, d.id as department_id from unnest(:usernames, :departments) as"
            + " s(username, department) join people p on p.username = s.username join departments d"
            + " on d.key = s.department";
    h.createUpdate(
            "delete from memberships m using people p where p.id = m.person_id and p.directory_id"
                + " is not null and not exists (select from ("
                + wanted
                + ") w where w.person_id = m.person_id and w.department_id = m.department_id)")
        .bind("usernames", usernames.toArray(new String[0]))
        .bind("departments", departments.toArray(new String[0]))
        .execute();
    h.createUpdate(
            "insert into memberships (person_id, department_id) "
                + wanted
                + " on conflict do nothing")
        .bind("usernames", usernames.toArray(new String[0]))
        .bind("departments", departments.toArray(new String[0]))
        .execute();
  }

  /** Of several heads in one department the first by name counts. */
  private static void heads(Handle h, List<DirectoryPerson> people) {
    Map<String, String> heads = new TreeMap<>();
    people.stream()
        .filter(p -> p.roles().contains(Roles.DEPARTMENT_HEAD))
        .forEach(p -> p.departments().forEach(d -> heads.putIfAbsent(d, p.username())));
    h.createUpdate(
            "update departments d set head_id = w.head_id from (select d2.id, p.id as head_id from"
                + " departments d2 left join unnest(:departments, :usernames) as s(department,"
                + " username) on s.department = d2.key left join people p on p.username ="
                + " s.username) w where w.id = d.id and d.head_id is distinct from w.head_id and"
                + " (w.head_id is not null or exists (select from people q where q.id = d.head_id"
                + " and q.directory_id is not null))")
        .bind("departments", heads.keySet().toArray(new String[0]))
        .bind("usernames", heads.values().toArray(new String[0]))
        .execute();
  }

  /** Whoever left, or may no longer own anything, leaves their open work to others. */
  private void leave(Handle h, List<PersonMirrored> changes) {
    for (PersonMirrored change : changes) {
      if (!owns(change.before()) || owns(change.after()) || !somebodyElse(h, change.username())) {
        continue;
      }
      UUID person =
          h.createQuery("select id from people where username = :name")
              .bind("name", change.username())
              .mapTo(UUID.class)
              .one();
      HandedOver moved = handOvers.handOver(person, change.username(), null, "system", "directory");
      if (moved.isSomething()) {
        recorder.record(moved);
      }
    }
  }

  private static boolean owns(Standing standing) {
    return standing.active()
        && (standing.roles().contains(Roles.CX_OWNER)
            || standing.roles().contains(Roles.DEPARTMENT_HEAD)
            || standing.roles().contains(Roles.CASE_OWNER));
  }

  /** Without a CX owner nobody can be relied on to be there: the work stays and is reported. */
  private static boolean somebodyElse(Handle h, String username) {
    return h.createQuery(
            "select exists (select from people where active and username <> :name and 'cx_owner' ="
                + " any(roles))")
        .bind("name", username)
        .mapTo(Boolean.class)
        .one();
  }

  private static long orphaned(Handle h, List<PersonMirrored> changes) {
    String[] gone =
        changes.stream()
            .filter(change -> !change.after().active())
            .map(PersonMirrored::username)
            .toArray(String[]::new);
    return gone.length == 0
        ? 0
        : h.createQuery(
                "select count(*) from cases c join people p on p.id = c.owner_id where p.username ="
                    + " any(:gone) and c.state not in ('CLOSED', 'DISMISSED')")
            .bind("gone", gone)
            .mapTo(Long.class)
            .one();
  }

  private interface Field {
    @Nullable String of(DirectoryPerson person);
  }

  private static String[] column(List<DirectoryPerson> people, Field field) {
    return people.stream().map(field::of).toArray(String[]::new);
  }

  private static SortedSet<String> sorted(String[] values) {
    return new TreeSet<>(Arrays.asList(values));
  }
}
