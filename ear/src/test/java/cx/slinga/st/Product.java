package cx.slinga.st;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The running product, started once for all tests by the launcher that users have, with ports and
 * data of its own, the airport's structure and no responses. A test asks for it as a parameter.
 */
public final class Product implements AutoCloseable {
  private static final int HTTP = Integer.getInteger("product.http", 8580);
  private static final int KEYCLOAK = Integer.getInteger("product.keycloak", 8680);

  /** Any free one unless it is said. */
  private static final int SMTP = Integer.getInteger("product.smtp", 0);

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Path root = Path.of(System.getProperty("product")).toAbsolutePath().normalize();
  private final Path data = Path.of(System.getProperty("product.data")).toAbsolutePath();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> imported = new HashSet<>();
  private final Map<String, Page> desks = new HashMap<>();
  private final GreenMail post = new GreenMail(new ServerSetup(SMTP, "127.0.0.1", "smtp"));
  private Exhibits exhibits;
  private Process launcher;
  private Playwright playwright;
  private Browser browser;

  /** Starts it, once for the whole run. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent("product", key -> new Product().start(), Product.class);
    }
  }

  /**
   * Runs the launcher and returns when it says that everything is ready. With {@code
   * -Dproduct.running=true} nothing is started: the tests meet what runs at {@code product.http}.
   */
  Product start() {
    if (!post.isRunning()) { // it outlives a killed server
      post.start();
    }
    if (Boolean.getBoolean("product.running")) {
      return this;
    }
    try {
      Path config = root.resolve("wildfly-config/target");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dslinga.checkout=" + root,
                  "-cp",
                  config.resolve("classes")
                      + ":"
                      + Files.readString(config.resolve("launcher.classpath")).strip(),
                  "cx.slinga.launcher.Main",
                  "run")
              .redirectErrorStream(true);
      builder
          .environment()
          .putAll(
              Map.of(
                  "SLINGA_DATA",
                  data.toString(),
                  "SLINGA_HTTP_PORT",
                  Integer.toString(HTTP),
                  "SLINGA_KEYCLOAK_PORT",
                  Integer.toString(KEYCLOAK),
                  "SLINGA_DB_PORT",
                  "5533",
                  "SLINGA_MANAGEMENT_PORT",
                  "10090",
                  "SLINGA_SMTP_HOST",
                  "127.0.0.1",
                  "SLINGA_SMTP_PORT",
                  Integer.toString(post.getSmtp().getPort()),
                  "SLINGA_DEMO",
                  "structure"));
      launcher = builder.start();
      awaitReady();
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println("product: " + line);
      said.append(line).append('\n');
      if (line.startsWith("Slinga is ready")) {
        Thread drain = new Thread(() -> lines.lines().forEach(l -> {}), "launcher output");
        drain.setDaemon(true);
        drain.start();
        return;
      }
    }
    throw new IllegalStateException("the product did not start:\n" + said);
  }

  /** Ends WildFly as a power cut would; the launcher then stops the rest. */
  public void killWildFly() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readString(data.resolve("run/wildfly.pid")).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    if (!launcher.waitFor(90, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the launcher did not notice that WildFly had died");
    }
  }

  @Override
  public void close() throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (launcher != null) {
      launcher.destroy();
      launcher.waitFor(120, TimeUnit.SECONDS);
    }
    post.stop();
  }

  /** What was mailed to this address, as it travelled; waited for. */
  public String mailTo(String address) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                Arrays.stream(post.getReceivedMessagesForDomain(address))
                    .findFirst()
                    .map(GreenMailUtil::getBody),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Whether nobody has asked for this survey before in this run. */
  synchronized boolean isFirst(String survey) {
    return imported.add(survey);
  }

  /** What can be looked at; made when first asked for. */
  synchronized Exhibits exhibits() throws Exception {
    Exhibits known = exhibits;
    if (known == null) {
      known = Exhibits.make(this);
      exhibits = known;
    }
    return known;
  }

  /** A file of the checkout. */
  Path source(String path) {
    return root.resolve(path);
  }

  /** Address of a path of the application. */
  public String at(String path) {
    return "http://127.0.0.1:" + HTTP + path;
  }

  /** The shipped survey file. */
  public Path demoFile(String name) {
    return root.resolve("ejb/src/main/resources/cx/slinga/demo").resolve(name);
  }

  /** An access token of the demo realm's public client; one is used for a minute. */
  public String token(String username) throws IOException, InterruptedException {
    Token known = tokens.get(username);
    if (known == null || known.until() < System.nanoTime()) {
      known = new Token(freshToken(username), System.nanoTime() + Duration.ofMinutes(1).toNanos());
      tokens.put(username, known);
    }
    return known.value();
  }

  private record Token(String value, long until) {}

  private String freshToken(String username) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + KEYCLOAK
                            + "/realms/slinga/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=slinga-cli&password=slinga&username="
                            + username))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return json(answer.body()).getString("access_token");
  }

  /** Calls the API as somebody. */
  public HttpResponse<String> call(
      String username, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return call(username, method, path, type, HttpRequest.BodyPublishers.ofString(body));
  }

  /** Calls the API as somebody. */
  public HttpResponse<String> call(
      String username, String method, String path, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(at("/api/v1" + path)))
            .header("Authorization", "Bearer " + token(username))
            .header("Content-Type", type)
            .method(method, body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Reads the API as somebody. */
  public JsonObject get(String username, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = call(username, "GET", path, "application/json", "");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body());
  }

  /** Downloads what the API gives as a file. */
  public Path download(String username, String path, Path to)
      throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(at("/api/v1" + path)))
                .header("Authorization", "Bearer " + token(username))
                .build(),
            HttpResponse.BodyHandlers.ofFile(to))
        .body();
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** A browser window in which this person is logged in, on the start page. */
  public Page browse(String username, int width, ColorScheme scheme) {
    Page page = stranger(width, scheme);
    page.navigate(at("/"));
    page.fill("#username", username);
    page.fill("#password", "slinga");
    page.click("#kc-login");
    page.waitForURL(at("/") + "**");
    return page;
  }

  /**
   * The person's own wide window, logged in once for all tests: where a test leaves it, the next
   * one finds it, so that each begins with an address.
   */
  public Page desk(String username) {
    return desks.computeIfAbsent(username, this::browse);
  }

  /** A window of somebody who has no account. */
  public Page stranger(int width, ColorScheme scheme) {
    BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setLocale("en-GB")
                    .setAcceptDownloads(true));
    context.setDefaultTimeout(45_000);
    return context.newPage();
  }

  /** A wide, light window. */
  public Page browse(String username) {
    return browse(username, 1440, ColorScheme.LIGHT);
  }

  private synchronized Browser browser() {
    if (browser == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of(System.getProperty("browser")))
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
    }
    return browser;
  }
}
