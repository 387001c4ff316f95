package cx.slinga.demo;

import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import java.util.List;
import java.util.UUID;

/** The demo airport with as many people as the demo has. */
public final class BenchAirport {
  private BenchAirport() {}

  /** Loads it into an empty database. */
  public static void load(Database database) {
    new DemoStructure(database).load(Airport.read());
    database.write(
        h -> {
          h.execute(
              "insert into people (id, username, name, roles) values (?, 'cecilia', 'Cecilia',"
                  + " array['cx_owner'])",
              Ids.next());
          List<UUID> departments =
              h.createQuery("select id from departments order by key").mapTo(UUID.class).list();
          for (int i = 0; i < departments.size(); i++) {
            UUID head = Ids.next();
            h.execute(
                "insert into people (id, username, name, roles) values (?, ?, ?,"
                    + " array['department_head'])",
                head,
                "head" + i,
                "Head " + i);
            h.execute("update departments set head_id = ? where id = ?", head, departments.get(i));
            for (int j = 0; j < 3; j++) {
              UUID member = Ids.next();
              h.execute(
                  "insert into people (id, username, name, roles) values (?, ?, ?,"
                      + " array['case_owner'])",
                  member,
                  "owner" + i + j,
                  "Owner " + i + " " + j);
              h.execute("insert into memberships values (?, ?)", member, departments.get(i));
            }
          }
        });
  }
}
