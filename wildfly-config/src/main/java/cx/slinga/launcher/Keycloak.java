package cx.slinga.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keycloak with the demo realm, on 127.0.0.1 only: unpacked and built once, its data in H2 beside
 * the rest. The realm is imported at the first start and left alone from then on.
 */
final class Keycloak {
  static final String NAME = "keycloak";

  /** What is decided when the server is built; a change of these lines builds it again. */
  private static final List<String> BUILD =
      List.of(
          "--db=dev-file", "--cache=local", "--health-enabled=false", "--metrics-enabled=false");

  /** The id that the realm file gives to the client slinga-web. */
  private static final String WEB_ID = "7b1f0a52-6f0d-4a35-9c0f-51a7c3a7e001";

  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final Settings settings;
  private final Secrets secrets;
  private final Path home;

  Keycloak(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.home = settings.data().resolve("keycloak-" + settings.made("keycloak.version"));
  }

  /** Whether the first start, which takes a minute, is still ahead. */
  boolean isNew() throws IOException {
    Path built = home.resolve("built");
    return !Files.exists(built) || !Files.readString(built).equals(buildMark());
  }

  /** Unpacks and builds the server where {@link #isNew}. */
  void build() throws IOException, InterruptedException {
    if (!Files.exists(home.resolve("unpacked"))) {
      Folders.delete(home);
      Files.createDirectories(home);
      run(
          "unpack",
          List.of(
              "tar",
              "-xzf",
              settings.made("keycloak.archive"),
              "--strip-components=1",
              "-C",
              home.toString()));
      Files.createFile(home.resolve("unpacked"));
    }
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "build"));
    command.addAll(BUILD);
    run("build", command);
    Files.writeString(home.resolve("built"), buildMark());
  }

  /** Starts the built server; does not wait. */
  Child start() throws IOException {
    endLeftOver();
    Path realms = Files.createDirectories(home.resolve("data/import"));
    Files.copy(
        settings.checkout().resolve("wildfly-config/src/main/keycloak/slinga-realm.json"),
        realms.resolve("slinga-realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Path themes = home.resolve("themes/slinga");
    Folders.delete(themes);
    Folders.copy(
        settings.checkout().resolve("wildfly-config/src/main/keycloak/themes/slinga"), themes);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--import-realm");
    return Child.start(NAME, settings, command, environment());
  }

  boolean isReady() throws InterruptedException {
    return Web.answers(settings.keycloakUrl() + "/realms/slinga/.well-known/openid-configuration");
  }

  /**
   * Lets the browser come back to the application: the import wrote the port of the first start
   * into the client, and is not repeated.
   */
  void followHttpPort() throws IOException, InterruptedException {
    Path known = settings.data().resolve(NAME).resolve("http-port");
    String port = Integer.toString(settings.httpPort());
    if (Files.exists(known) && !Files.readString(known).equals(port)) {
      HttpResponse<String> updated =
          Web.send(
              HttpRequest.newBuilder(
                      URI.create(settings.keycloakUrl() + "/admin/realms/slinga/clients/" + WEB_ID))
                  .header("Authorization", "Bearer " + adminToken())
                  .header("Content-Type", "application/json")
                  .PUT(
                      HttpRequest.BodyPublishers.ofString(
                          """
                          {"clientId": "slinga-web",
                           "redirectUris": ["http://127.0.0.1:%1$s/*", "http://localhost:%1$s/*"]}\
                          """
                              .formatted(port))));
      if (updated.statusCode() / 100 != 2) {
        throw new LaunchRefused("Keycloak did not take the port over: " + updated.body());
      }
    }
    Files.writeString(known, port);
  }

  private String adminToken() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        Web.send(
            HttpRequest.newBuilder(
                    URI.create(
                        settings.keycloakUrl() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                            + secrets.get("keycloak.admin"))));
    Matcher token = ACCESS_TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new LaunchRefused("Keycloak does not let its administrator in: " + answer.body());
    }
    return token.group(1);
  }

  // Secrets go by the environment: a command line is everybody's to read.
  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("KC_HTTP_ENABLED", "true");
    environment.put("KC_HTTP_HOST", Settings.LOOPBACK);
    environment.put("KC_HTTP_PORT", Integer.toString(settings.keycloakPort()));
    environment.put("KC_HOSTNAME", settings.keycloakUrl());
    environment.put(
        "KC_DB_URL",
        "jdbc:h2:file:"
            + settings.data().resolve(NAME).resolve("keycloakdb")
            + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
    environment.put("SLINGA_HTTP_PORT", Integer.toString(settings.httpPort()));
    environment.put("SLINGA_OIDC_CLIENT_SECRET", secrets.get("client.slinga-web"));
    environment.put("SLINGA_DIRECTORY_CLIENT_SECRET", secrets.get("client.slinga-directory"));
    return environment;
  }

  private void endLeftOver() throws IOException {
    Child.leftOver(NAME, settings)
        .ifPresent(process -> Child.end(process, "TERM", Duration.ofSeconds(15)));
  }

  private void run(String step, List<String> command) throws IOException, InterruptedException {
    Path log = settings.log(NAME + "-" + step);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      if (process.waitFor() != 0) {
        throw new LaunchRefused(
            "Keycloak: " + step + " failed, see " + log + ":\n" + Files.readString(log));
      }
    } finally {
      process.destroy();
    }
  }

  private String buildMark() {
    return String.join(" ", BUILD) + " java " + Runtime.version().feature();
  }
}
