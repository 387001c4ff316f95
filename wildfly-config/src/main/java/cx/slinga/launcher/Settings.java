package cx.slinga.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the environment asks for, checked once.
 *
 * @param checkout the source tree with its built modules
 * @param data where everything that outlives a run is kept
 * @param bind address WildFly listens on; PostgreSQL and Keycloak always stay on 127.0.0.1
 * @param databaseUrl an outside PostgreSQL, or null to run our own
 * @param issuerUrl an outside identity provider's issuer, or null to run our own demo Keycloak
 * @param made paths and versions that the build wrote down
 */
record Settings(
    Path checkout,
    Path data,
    String bind,
    int httpPort,
    int managementPort,
    int keycloakPort,
    int databasePort,
    @Nullable String databaseUrl,
    @Nullable String issuerUrl,
    Properties made) {

  static final String LOOPBACK = "127.0.0.1";

  /** Reads the environment; refuses ports that are none and an open demo realm. */
  static Settings from(Map<String, String> environment, Path checkout) throws IOException {
    Properties made = new Properties();
    try (Reader reader =
        Files.newBufferedReader(checkout.resolve("wildfly-config/target/launcher.properties"))) {
      made.load(reader);
    }
    Settings settings =
        new Settings(
            checkout,
            checkout.resolve(environment.getOrDefault("SLINGA_DATA", ".slinga")).normalize(),
            environment.getOrDefault("SLINGA_BIND", LOOPBACK),
            port(environment, "SLINGA_HTTP_PORT", 8080),
            port(environment, "SLINGA_MANAGEMENT_PORT", 9990),
            port(environment, "SLINGA_KEYCLOAK_PORT", 8180),
            port(environment, "SLINGA_DB_PORT", 5433),
            given(environment, "SLINGA_DB_URL"),
            given(environment, "SLINGA_OIDC_URL"),
            made);
    settings.refuseOpenDemo();
    return settings;
  }

  boolean ownDatabase() {
    return databaseUrl == null;
  }

  boolean ownKeycloak() {
    return issuerUrl == null;
  }

  /** JDBC address of the database in use. */
  String jdbcUrl() {
    return databaseUrl != null
        ? databaseUrl
        : "jdbc:postgresql://" + LOOPBACK + ":" + databasePort + "/slinga";
  }

  String keycloakUrl() {
    return "http://" + LOOPBACK + ":" + keycloakPort;
  }

  /** The issuer that the application trusts. */
  String issuer() {
    return issuerUrl != null ? issuerUrl : keycloakUrl() + "/realms/slinga";
  }

  /** Where a browser on this machine finds the application. */
  String applicationUrl() {
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bind;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + httpPort;
  }

  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  Path pidFile(String name) {
    return data.resolve("run").resolve(name + ".pid");
  }

  /** Makes the data folder for this user alone: it holds customers' words, accounts and secrets. */
  void makeDataFolder() throws IOException {
    if (!Files.exists(data)) {
      Files.createDirectories(data.toAbsolutePath().getParent());
      Files.createDirectory(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Tells other terminals, whose environment may differ, where the running application is. */
  Path addressFile() {
    return data.resolve("run").resolve("address");
  }

  /** A value the build wrote down; its absence is a broken build. */
  String made(String key) {
    String value = made.getProperty(key);
    if (value == null) {
      throw new LaunchRefused(
          "The build left no " + key + ". Remove wildfly-config/target, run again.");
    }
    return value;
  }

  // The demo accounts all have the same published password.
  private void refuseOpenDemo() {
    if (ownKeycloak() && !isLoopback(bind)) {
      throw new LaunchRefused(
          "SLINGA_BIND="
              + bind
              + " would open the demo realm, whose passwords everybody knows, to the network.\n"
              + "Leave SLINGA_BIND at 127.0.0.1, or set SLINGA_OIDC_URL to your own identity"
              + " provider.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new LaunchRefused("SLINGA_BIND=" + address + " is not an address of this machine.");
    }
  }

  private static @Nullable String given(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    String value = given(environment, name);
    if (value == null) {
      return usual;
    }
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new LaunchRefused(name + "=" + value + " is not a port; use 1 to 65535.");
  }
}
