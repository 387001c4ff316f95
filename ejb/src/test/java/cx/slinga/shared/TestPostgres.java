package cx.slinga.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the product's schema, and transactions as the container makes them: within
 * one, every connection that is asked for is the same.
 */
public final class TestPostgres extends SimpleDataSource {
  private final EmbeddedPostgres postgres;
  private final DataSource source;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  public TestPostgres() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    source = postgres.getPostgresDatabase();
    Flyway.configure()
        .dataSource(source)
        .placeholders(Map.of("applicationRole", "\"postgres\""))
        .load()
        .migrate();
  }

  /** Runs in one transaction; what is thrown undoes it. */
  public <T> T inTransaction(Supplier<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      Connection outer = current.get();
      current.set(connection);
      try {
        T result = work.get();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        if (outer == null) {
          current.remove();
        } else {
          current.set(outer);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection shared = current.get();
    return shared == null ? source.getConnection() : keptOpen(shared);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
