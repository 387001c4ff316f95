package cx.slinga.it;

import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * The demo people as the directory mirror would bring them. The airport itself (departments,
 * journey, surveys) is loaded by the product: SLINGA_DEMO=structure.
 */
@ApplicationScoped
public class Staff {
  private static final Map<String, List<String>> ROLES =
      Map.of(
          "cecilia", List.of("cx_owner"),
          "dag", List.of("department_head", "wayfinding", "ground-transport"),
          "dorte", List.of("department_head", "food-retail", "terminal-services"),
          "karin", List.of("case_owner", "wayfinding"),
          "kjell", List.of("case_owner", "security"),
          "kirsten", List.of("case_owner", "food-retail", "cleaning"),
          "kaj", List.of("case_owner", "ground-transport", "terminal-services", "digital-wifi"),
          "alva", List.of("auditor"),
          "admin", List.of("administrator"));

  @Inject private Database database;

  /** Puts everybody in their place; does nothing the second time. */
  public void arrive() {
    database.write(
        h ->
            ROLES.forEach(
                (username, words) -> {
                  String role = words.get(0);
                  h.createUpdate(
                          "insert into people (id, username, name, email, roles) values (:id, :u,"
                              + " initcap(:u), :u || '@slinga.example', array[:role]) on conflict"
                              + " (username) do nothing")
                      .bind("id", Ids.next())
                      .bind("u", username)
                      .bind("role", role)
                      .execute();
                  for (String department : words.subList(1, words.size())) {
                    String change =
                        role.equals("department_head")
                            ? "update departments set head_id = (select id from people where"
                                + " username = :u) where key = :d"
                            : "insert into memberships select p.id, d.id from people p, departments"
                                + " d where p.username = :u and d.key = :d on conflict do nothing";
                    h.createUpdate(change).bind("u", username).bind("d", department).execute();
                  }
                }));
  }
}
