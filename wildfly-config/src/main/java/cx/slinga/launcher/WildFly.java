package cx.slinga.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The application server with the application, run from its own base folder. */
final class WildFly {
  static final String NAME = "wildfly";

  private final Settings settings;
  private final Secrets secrets;
  private final Path server;
  private final Path fingerprint;
  private final Path application;
  private final Path base;

  WildFly(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.server = settings.checkout().resolve("wildfly-config/target/server");
    this.fingerprint = settings.checkout().resolve("wildfly-config/target/server.fingerprint");
    this.application = settings.checkout().resolve("ear/target/slinga.ear");
    this.base = settings.data().resolve(NAME);
  }

  /** Starts the server with the application as it is built now; does not wait. */
  Child start() throws IOException {
    Child.leftOver(NAME, settings)
        .ifPresent(process -> Child.end(process, "TERM", Duration.ofSeconds(15)));
    configure();
    deploy();
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(server)
            .setJavaHome(Path.of(System.getProperty("java.home")))
            .setBaseDirectory(base)
            .setJavaOptions(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=320m",
                // gives back at rest what an import took; the serial collector would keep it
                "-XX:+UseG1GC",
                "-XX:G1PeriodicGCInterval=30000",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true")
            .addJavaOptions(System.getenv().getOrDefault("SLINGA_JAVA_OPTS", "").split(" +"))
            .addServerArguments(
                "-Djboss.bind.address=" + settings.bind(),
                "-Djboss.bind.address.management=" + Settings.LOOPBACK,
                "-Djboss.http.port=" + settings.httpPort(),
                "-Djboss.management.http.port=" + settings.managementPort());
    return Child.start(NAME, settings, command.build(), environment());
  }

  boolean isReady() throws InterruptedException {
    return isReady(settings.applicationUrl());
  }

  static boolean isReady(String address) throws InterruptedException {
    return Web.answers(address + "/health/ready");
  }

  /** Whether the server gave the deployment up; the reason is in its log. */
  boolean hasFailed() {
    return Files.exists(base.resolve("deployments/slinga.ear.failed"));
  }

  // Secrets go by the environment: a command line is everybody's to read.
  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    // glibc keeps an arena for each thread otherwise
    environment.put("MALLOC_ARENA_MAX", System.getenv().getOrDefault("MALLOC_ARENA_MAX", "2"));
    environment.put("SLINGA_DB_URL", settings.jdbcUrl());
    if (settings.ownDatabase()) {
      environment.put("SLINGA_DB_USER", PostgreSql.APPLICATION);
      environment.put("SLINGA_DB_PASSWORD", secrets.get("database.application"));
      environment.put("SLINGA_DB_OWNER_USER", PostgreSql.OWNER);
      environment.put("SLINGA_DB_OWNER_PASSWORD", secrets.get("database.owner"));
    }
    environment.put("SLINGA_OIDC_URL", settings.issuer());
    environment.put(
        "SLINGA_PUBLIC_URL",
        System.getenv().getOrDefault("SLINGA_PUBLIC_URL", settings.applicationUrl()));
    if (settings.ownKeycloak()) {
      environment.put("SLINGA_OIDC_CLIENT_SECRET", secrets.get("client.slinga-web"));
      environment.put("SLINGA_DIRECTORY_CLIENT_SECRET", secrets.get("client.slinga-directory"));
      environment.put("SLINGA_DEMO", System.getenv().getOrDefault("SLINGA_DEMO", "true"));
    }
    return environment;
  }

  /** Takes the configuration over from the provisioned server when that is another one. */
  private void configure() throws IOException {
    Path used = base.resolve("server.fingerprint");
    String wanted = Files.readString(fingerprint);
    if (!Files.exists(used) || !Files.readString(used).equals(wanted)) {
      Folders.delete(base.resolve("configuration"));
      Folders.copy(server.resolve("standalone/configuration"), base.resolve("configuration"));
      Files.writeString(used, wanted);
    }
    Folders.delete(base.resolve("tmp"));
  }

  private void deploy() throws IOException {
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    try (DirectoryStream<Path> markers = Files.newDirectoryStream(deployments, "slinga.ear.*")) {
      for (Path marker : markers) {
        Files.delete(marker);
      }
    }
    Path deployed = deployments.resolve("slinga.ear");
    if (!Files.exists(deployed)
        || !Files.getLastModifiedTime(deployed).equals(Files.getLastModifiedTime(application))
        || Files.size(deployed) != Files.size(application)) {
      Files.copy(
          application,
          deployed,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createFile(deployments.resolve("slinga.ear.dodeploy"));
  }

  /** The command's name for people, used in messages. */
  static List<String> parts() {
    return List.of(NAME, Keycloak.NAME, PostgreSql.NAME);
  }
}
