package cx.slinga.savedview;

import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.Database;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads saved views: one's own, and those shared with one's departments. */
@Stateless
@DenyAll
public class SavedViewQueries {
  @Inject private Database database;
  @Inject private CurrentUser currentUser;

  /** The caller's views, the own ones first, by name. */
  @RolesAllowed({Roles.CX_OWNER, Roles.DEPARTMENT_HEAD, Roles.CASE_OWNER, Roles.AUDITOR})
  public List<SavedView> mine() {
    Caller caller = currentUser.get();
    return database.read(
        h ->
            h.createQuery(
                    "select v.id, v.name, v.owner_id = :me as own, v.parameters::text as"
                        + " parameters, d.name as department from saved_views v left join"
                        + " departments d on d.id = v.department_id where v.owner_id = :me or"
                        + " v.department_id = any(:departments) order by own desc, lower(v.name),"
                        + " v.id limit 60")
                .bind("me", caller.id())
                .bind("departments", caller.departments().toArray(new UUID[0]))
                .map(
                    (row, context) ->
                        new SavedView(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getBoolean("own"),
                            parameters(row.getString("parameters")),
                            row.getString("department")))
                .list());
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    try (var reader = Json.createReader(new StringReader(text))) {
      var json = reader.readObject();
      json.keySet().forEach(name -> values.put(name, json.getString(name)));
    }
    return values;
  }
}
