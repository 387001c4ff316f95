package cx.slinga.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL from its binaries' jar, on 127.0.0.1 with passwords for everyone. Two roles:
 * the owner, who may change the schema, and the application, who may not.
 */
final class PostgreSql {
  static final String NAME = "postgres";
  static final String OWNER = "slinga_owner";
  static final String APPLICATION = "slinga";

  private final Settings settings;
  private final Secrets secrets;
  private final Path programs;
  private final Path cluster;

  PostgreSql(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.programs = settings.data().resolve("postgres-" + settings.made("postgres.version"));
    this.cluster = settings.data().resolve(NAME);
  }

  /** Starts the server, on first use after unpacking and initialising it; does not wait. */
  Child start() throws IOException, InterruptedException {
    if (!Files.exists(programs.resolve("complete"))) {
      unpack();
    }
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      refuseOtherMajorVersion();
    } else {
      initialise();
    }
    endLeftOver();
    List<String> command = asOrdinaryUser();
    command.addAll(
        List.of(
            programs.resolve("bin/postgres").toString(),
            "-D",
            cluster.toString(),
            "-p",
            Integer.toString(settings.databasePort()),
            "-c",
            "listen_addresses=" + Settings.LOOPBACK,
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=60",
            "-c",
            "timezone=UTC",
            "-c",
            "jit=off"));
    return Child.start(NAME, settings, command, Map.of("LC_ALL", "C"));
  }

  /** Whether it takes connections yet. */
  boolean isReady() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  /** Creates what is missing of roles and database. */
  void prepare() throws SQLException, IOException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      role(statement, OWNER, secrets.get("database.owner"));
      role(statement, APPLICATION, secrets.get("database.application"));
      if (!exists(statement, "select 1 from pg_database where datname = 'slinga'")) {
        statement.execute("create database slinga owner " + OWNER + " template template0");
        statement.execute("revoke all on database slinga from public");
        statement.execute("grant connect, temporary on database slinga to " + APPLICATION);
      }
    }
  }

  // Passwords consist of letters and digits (Secrets), so that quoting them is safe.
  private static void role(Statement statement, String name, String password) throws SQLException {
    boolean known = exists(statement, "select 1 from pg_roles where rolname = '" + name + "'");
    statement.execute(
        (known ? "alter" : "create") + " role " + name + " login password '" + password + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect(String database) throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + Settings.LOOPBACK
            + ":"
            + settings.databasePort()
            + "/"
            + database
            + "?connectTimeout=2&socketTimeout=30",
        "postgres",
        secrets.get("database.superuser"));
  }

  private void unpack() throws IOException, InterruptedException {
    Files.createDirectories(programs);
    String archive = "/postgres-" + archiveName(settings.made("postgres.platform")) + ".txz";
    try (InputStream packed = PostgreSql.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new LaunchRefused(
            "There is no PostgreSQL for this kind of machine in the build ("
                + archive
                + ").\nSet SLINGA_DB_URL, SLINGA_DB_USER and SLINGA_DB_PASSWORD to one of yours.");
      }
      Process tar =
          new ProcessBuilder("tar", "-x", "-C", programs.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var in = new XZInputStream(packed);
          var out = tar.getOutputStream()) {
        in.transferTo(out);
      }
      if (tar.waitFor() != 0) {
        throw new IOException("PostgreSQL could not be unpacked into " + programs);
      }
    }
    Files.createFile(programs.resolve("complete"));
  }

  private static String archiveName(String platform) {
    return switch (platform) {
      case "linux-arm64v8" -> "linux-arm_64";
      case "darwin-arm64v8" -> "darwin-arm_64";
      case "darwin-amd64" -> "darwin-x86_64";
      default -> "linux-x86_64";
    };
  }

  private void initialise() throws IOException, InterruptedException {
    if (Files.exists(cluster)) {
      Folders.delete(cluster); // an initialisation that was interrupted
    }
    Path password =
        Files.createTempFile(
            settings.data(),
            "pw",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Path log = settings.log("initdb");
    try {
      Files.writeString(password, secrets.get("database.superuser"));
      List<String> command = asOrdinaryUser();
      command.addAll(
          List.of(
              programs.resolve("bin/initdb").toString(),
              "--pgdata=" + cluster,
              "--username=postgres",
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--no-sync"));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("LC_ALL", "C");
      if (builder.start().waitFor() != 0) {
        throw new LaunchRefused(
            "PostgreSQL could not make its data folder " + cluster + ":\n" + Files.readString(log));
      }
    } finally {
      Files.delete(password);
    }
  }

  private void refuseOtherMajorVersion() throws IOException {
    String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
    String wanted = settings.made("postgres.version").replaceAll("\\..*", "");
    if (!found.equals(wanted)) {
      throw new LaunchRefused(
          cluster
              + " was written by PostgreSQL "
              + found
              + ", this is "
              + wanted
              + ".\nCarry the data over with pg_dump, or start empty: ./slinga reset");
    }
  }

  /**
   * A launcher that was killed leaves the server, or its lock file. PostgreSQL itself judges that
   * file by the process number alone, which may belong to somebody else by now.
   */
  private void endLeftOver() throws IOException {
    Path lock = cluster.resolve("postmaster.pid");
    if (Files.exists(lock)) {
      Optional<String> pid = Files.readAllLines(lock).stream().findFirst().map(String::strip);
      Optional<ProcessHandle> server = pid.flatMap(number -> Child.running(number, cluster));
      if (server.isPresent()) {
        Child.end(server.get(), "INT", Duration.ofSeconds(20));
      }
      Files.deleteIfExists(lock);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> asOrdinaryUser() throws IOException, InterruptedException {
    List<String> prefix = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      Process trial =
          new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (trial.waitFor() != 0) {
        throw new LaunchRefused(
            "PostgreSQL does not run as root, and this system allows no user namespaces.\n"
                + "Run ./slinga as an ordinary user, or set SLINGA_DB_URL to a PostgreSQL of"
                + " yours.");
      }
      prefix.addAll(List.of("unshare", "-U"));
    }
    return prefix;
  }
}
