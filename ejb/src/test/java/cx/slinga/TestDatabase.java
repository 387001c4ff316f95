package cx.slinga;

import cx.slinga.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests outside the container, started at the first use and stopped with the
 * virtual machine. Each test asks for a database of its own, with the product's schema.
 */
public final class TestDatabase {
  private static int made;

  private TestDatabase() {}

  /** An empty database with the schema; nobody else uses it. */
  public static Database create() {
    return new Database(createDataSource());
  }

  /** As {@link #create()}, for what wants connections. */
  public static synchronized DataSource createDataSource() {
    String name = "t" + ++made;
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    DataSource source = Server.POSTGRES.getDatabase("postgres", name);
    Flyway.configure(TestDatabase.class.getClassLoader())
        .dataSource(source)
        .placeholders(Map.of("applicationRole", "\"postgres\""))
        .load()
        .migrate();
    return source;
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      try {
                        postgres.close();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
