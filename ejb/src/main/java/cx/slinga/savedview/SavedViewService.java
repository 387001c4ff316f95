package cx.slinga.savedview;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseSort;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.DomainEvent;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps lists of cases under a name: everybody their own, and for a department what is shared. */
@Stateless
@DenyAll
public class SavedViewService {
  /** Longest name, in characters. */
  public static final int NAME_MAX = 60;

  /** Most views of one person. */
  public static final int MAX = 30;

  @Inject private Database database;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Keeps a list.
   *
   * @param parameters of its address
   * @param departmentKey whom it is shared with, null for nobody; the CX owner shares with every
   *     department, a head with the own ones
   * @return its id
   * @throws BusinessException of the field {@code name} or {@code department}
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public UUID save(String name, Map<String, String> parameters, @Nullable String departmentKey) {
    Caller caller = currentUser.get();
    CaseFilter.parse(parameters::get);
    CaseSort.parse(parameters.get("sort"));
    UUID department = departmentKey == null ? null : department(caller, departmentKey);
    String kept = free(name, caller, null);
    long mine =
        database.read(
            h ->
                h.createQuery("select count(*) from saved_views where owner_id = :me")
                    .bind("me", caller.id())
                    .mapTo(Long.class)
                    .one());
    if (mine >= MAX) {
      throw BusinessException.ofField("name", "view.too-many", MAX);
    }
    UUID id = Ids.next();
    JsonObjectBuilder json = Json.createObjectBuilder();
    parameters.forEach(json::add);
    String text = json.build().toString();
    database.write(
        h ->
            h.createUpdate(
                    "insert into saved_views values (:id, :me, :name, cast(:parameters as jsonb),"
                        + " cast(:department as uuid), :now)")
                .bind("id", id)
                .bind("me", caller.id())
                .bind("name", kept)
                .bind("parameters", text)
                .bind("department", department)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    events.fire(new SavedViewEvent("view.saved", id, department));
    return id;
  }

  /** Gives one of the caller's views another name. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void rename(UUID id, String name) {
    Caller caller = currentUser.get();
    String kept = free(name, caller, id);
    int changed =
        database.read(
            h ->
                h.createUpdate(
                        "update saved_views set name = :name where id = :id and owner_id = :me")
                    .bind("name", kept)
                    .bind("id", id)
                    .bind("me", caller.id())
                    .execute());
    refuseWhenNone(changed, id);
    events.fire(new SavedViewEvent("view.renamed", id, null));
  }

  /** Forgets one of the caller's views; the cases stay. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER})
  public void delete(UUID id) {
    Caller caller = currentUser.get();
    int changed =
        database.read(
            h ->
                h.createUpdate("delete from saved_views where id = :id and owner_id = :me")
                    .bind("id", id)
                    .bind("me", caller.id())
                    .execute());
    refuseWhenNone(changed, id);
    events.fire(new SavedViewEvent("view.deleted", id, null));
  }

  private static void refuseWhenNone(int changed, UUID id) {
    if (changed == 0) {
      throw new NotFoundException(id);
    }
  }

  /** The name as it is kept; refuses one that is missing, too long or taken. */
  private String free(String name, Caller caller, @Nullable UUID but) {
    String kept = name.strip();
    if (kept.isEmpty()) {
      throw BusinessException.ofField("name", "view.name-missing");
    }
    if (kept.length() > NAME_MAX) {
      throw BusinessException.ofField("name", "text.too-long", NAME_MAX);
    }
    boolean taken =
        database.read(
            h ->
                h.createQuery(
                        "select exists (select from saved_views where owner_id = :me and"
                            + " lower(name) = lower(:name) and id is distinct from cast(:but as"
                            + " uuid))")
                    .bind("me", caller.id())
                    .bind("name", kept)
                    .bind("but", but)
                    .mapTo(Boolean.class)
                    .one());
    if (taken) {
      throw BusinessException.ofField("name", "view.name-taken", kept);
    }
    return kept;
  }

  private UUID department(Caller caller, String key) {
    UUID id =
        database.read(
            h ->
                h.createQuery("select id from departments where key = :key and is_open")
                    .bind("key", key)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(
                        () -> BusinessException.ofField("department", "department.unknown", key)));
    boolean may =
        caller.is(Roles.CX_OWNER)
            || caller.is(Roles.DEPARTMENT_HEAD) && caller.departments().contains(id);
    if (!may) {
      throw BusinessException.ofField("department", "view.not-shareable");
    }
    return id;
  }
}
