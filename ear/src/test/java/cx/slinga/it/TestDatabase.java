package cx.slinga.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One real PostgreSQL for all tests in the server, with the two roles of production: the owner of
 * the schema and the application, which may not touch the audit record. After the last test the
 * server's log is read: an ERROR in it fails the run.
 */
public class TestDatabase implements LauncherSessionListener {
  /** Arquillian empties the folder that the scanner looks at, and deploys by management instead. */
  private static final String NO_DEPLOYMENTS_YET = "WFLYDS0042";

  private EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("database.for.tests")) {
      return;
    }
    String password = UUID.randomUUID().toString();
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start();
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        for (String role : List.of("slinga_owner", "slinga")) {
          statement.execute("create role " + role + " login password '" + password + "'");
        }
        statement.execute("create database slinga owner slinga_owner");
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("PostgreSQL for the tests did not start", e);
    }
    System.setProperty(
        "test.db.url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/slinga");
    System.setProperty("test.db.password", password);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgres == null) {
      return;
    }
    try {
      postgres.close();
      Path log = Path.of(System.getProperty("arquillian.base"), "log", "server.log");
      if (Files.exists(log)) {
        List<String> errors =
            Files.readAllLines(log).stream()
                .filter(line -> line.contains(" ERROR ") && !line.contains(NO_DEPLOYMENTS_YET))
                .toList();
        if (!errors.isEmpty()) {
          throw new IllegalStateException(
              "the server logged errors:\n" + String.join("\n", errors));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
