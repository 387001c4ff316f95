package cx.slinga.bench;

import cx.slinga.demo.BenchAirport;
import cx.slinga.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** PostgreSQL as the product starts it, with databases that begin as copies of the demo airport. */
final class LocalPostgres implements AutoCloseable {
  private static final String TEMPLATE = "airport";

  private final EmbeddedPostgres postgres;

  LocalPostgres() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("synchronous_commit", "on")
            .start();
    admin("create database " + TEMPLATE);
    DataSource source = postgres.getDatabase("postgres", TEMPLATE);
    Flyway.configure(LocalPostgres.class.getClassLoader())
        .dataSource(source)
        .placeholders(Map.of("applicationRole", "\"postgres\""))
        .load()
        .migrate();
    BenchAirport.load(new Database(source));
  }

  /** A connection to a new database of that name, in place of an earlier one. */
  OneConnection create(String name) {
    drop(name);
    admin("create database " + name + " template " + TEMPLATE);
    try {
      return new OneConnection(postgres.getDatabase("postgres", name).getConnection());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void drop(String name) {
    admin("drop database if exists " + name + " with (force)");
  }

  /** Writes out what earlier work left, so that later work does not pay for it. */
  void checkpoint() {
    admin("checkpoint");
  }

  String version() {
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void admin(String statement) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
