package cx.slinga.bench;

import cx.slinga.shared.SimpleDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * One connection for one thread, kept open as a pool keeps it, with transactions as the container
 * makes them: whoever asks within one gets the same connection.
 */
final class OneConnection extends SimpleDataSource {
  private final Connection connection;

  OneConnection(Connection connection) {
    this.connection = connection;
  }

  /** Runs in one transaction; what is thrown undoes it. */
  <T> T inTransaction(Supplier<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.get();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Connection getConnection() {
    return keptOpen(connection);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
