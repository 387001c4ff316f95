package cx.slinga.directory;

import cx.slinga.security.Roles;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the realm's people through the admin REST API, as a service client that may view users,
 * groups and roles. The number of requests follows roles, departments and pages, not people.
 */
final class Keycloak {
  private static final List<String> ROLES =
      List.of(
          Roles.CX_OWNER,
          Roles.DEPARTMENT_HEAD,
          Roles.CASE_OWNER,
          Roles.AUDITOR,
          Roles.ADMINISTRATOR);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String issuer;
  private final String admin;
  private final String roles;
  private final String client;
  private final String secret;
  private final int pageSize;

  /**
   * @param issuer address of the realm, such as {@code https://id.example/realms/slinga}
   * @param client id of the service client
   */
  Keycloak(String issuer, String client, String secret) {
    this(issuer, client, secret, 500);
  }

  Keycloak(String issuer, String client, String secret, int pageSize) {
    int realms = issuer.lastIndexOf("/realms/");
    if (realms < 0) {
      throw new IllegalArgumentException("not the address of a Keycloak realm: " + issuer);
    }
    this.issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    this.admin = issuer.substring(0, realms) + "/admin" + this.issuer.substring(realms);
    this.roles = URI.create(admin).getPath() + "/roles/";
    this.client = client;
    this.secret = secret;
    this.pageSize = pageSize;
  }

  /**
   * Everybody who has one of our roles, directly or through a group, and is not disabled.
   *
   * @throws IOException when the provider does not answer, or not as expected
   */
  List<DirectoryPerson> people() throws IOException, InterruptedException {
    String token = token();
    Map<String, JsonObject> users = new HashMap<>();
    Map<String, SortedSet<String>> roles = new HashMap<>();
    for (String role : ROLES) {
      List<JsonObject> holders = new ArrayList<>(pages(token, "/roles/" + role + "/users"));
      for (JsonObject group : pages(token, "/roles/" + role + "/groups")) {
        holders.addAll(members(token, group));
      }
      for (JsonObject user : holders) {
        users.put(user.getString("id"), user);
        roles.computeIfAbsent(user.getString("id"), id -> new TreeSet<>()).add(role);
      }
    }
    Map<String, SortedSet<String>> departments = new HashMap<>();
    for (JsonObject group : departmentGroups(token)) {
      for (JsonObject user : members(token, group)) {
        departments
            .computeIfAbsent(user.getString("id"), id -> new TreeSet<>())
            .add(group.getString("name"));
      }
    }
    return users.values().stream()
        .filter(user -> user.getBoolean("enabled", true))
        .filter(user -> !user.containsKey("serviceAccountClientId"))
        .map(
            user ->
                new DirectoryPerson(
                    user.getString("id"),
                    user.getString("username"),
                    name(user),
                    user.getString("email", null),
                    language(user),
                    roles.getOrDefault(user.getString("id"), new TreeSet<>()),
                    departments.getOrDefault(user.getString("id"), new TreeSet<>())))
        .toList();
  }

  private List<JsonObject> departmentGroups(String token) throws IOException, InterruptedException {
    for (JsonObject group : pages(token, "/groups")) {
      if (group.getString("name").equals("departments")) {
        return pages(token, "/groups/" + group.getString("id") + "/children");
      }
    }
    return List.of();
  }

  private List<JsonObject> members(String token, JsonObject group)
      throws IOException, InterruptedException {
    return pages(token, "/groups/" + group.getString("id") + "/members");
  }

  private static String name(JsonObject user) {
    String name =
        String.join(
            " ",
            Stream.of(user.getString("firstName", ""), user.getString("lastName", ""))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList());
    return name.isEmpty() ? user.getString("username") : name;
  }

  private static @Nullable String language(JsonObject user) {
    JsonObject attributes = user.getJsonObject("attributes");
    JsonArray locale = attributes == null ? null : attributes.getJsonArray("locale");
    return locale == null || locale.isEmpty() ? null : locale.getString(0);
  }

  private String token() throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(client)
            + "&client_secret="
            + encoded(secret);
    JsonStructure answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return answer.asJsonObject().getString("access_token");
  }

  /** The whole list behind an address, read page by page. */
  private List<JsonObject> pages(String token, String path)
      throws IOException, InterruptedException {
    List<JsonObject> all = new ArrayList<>();
    while (true) {
      List<JsonObject> page =
          send(HttpRequest.newBuilder(
                      URI.create(
                          admin
                              + path
                              + "?first="
                              + all.size()
                              + "&max="
                              + pageSize
                              + "&briefRepresentation=false"))
                  .header("Authorization", "Bearer " + token))
              .asJsonArray()
              .getValuesAs(JsonObject.class);
      all.addAll(page);
      if (page.size() < pageSize) {
        return all;
      }
    }
  }

  private JsonStructure send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest sent = request.timeout(PATIENCE).header("Accept", "application/json").build();
    HttpResponse<String> response =
        HTTP.send(sent, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() == 404 && sent.uri().getPath().startsWith(roles)) {
      return JsonValue.EMPTY_JSON_ARRAY; // a realm need not have all our roles
    }
    if (response.statusCode() != 200) {
      throw new IOException(
          sent.uri().getPath() + " answered " + response.statusCode() + reason(response));
    }
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.read();
    } catch (JsonException e) {
      throw new IOException(sent.uri().getPath() + " did not answer JSON", e);
    }
  }

  private static String reason(HttpResponse<?> response) {
    return switch (response.statusCode()) {
      case 401 -> ": wrong client or secret";
      case 403 -> ": the service client lacks view-users, query-groups or view-realm";
      default -> "";
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
