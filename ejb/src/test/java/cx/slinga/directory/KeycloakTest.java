package cx.slinga.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers as Keycloak 26 gives them, over real HTTP, two people to a page. */
class KeycloakTest {
  private static final String DAG =
      "{'id':'1','username':'dag','firstName':'Dag','lastName':'Dahl','email':'dag@example.test',"
          + "'enabled':true,'attributes':{'locale':['no']}}";
  private static final String KARIN =
      "{'id':'2','username':'karin','firstName':'Karin','enabled':true}";
  private static final String KAJ = "{'id':'3','username':'kaj','enabled':true}";
  private static final String GONE = "{'id':'4','username':'gone','enabled':false}";
  private static final String ROBOT =
      "{'id':'5','username':'robot','enabled':true,'serviceAccountClientId':'robot'}";

  private final Map<String, String> lists = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/realms/slinga/protocol/openid-connect/token", this::token);
    server.createContext("/admin/realms/slinga/", this::list);
    server.start();
    lists.put("/roles/case_owner/users", list(KARIN, KAJ, GONE, ROBOT));
    lists.put("/roles/department_head/users", list(DAG));
    lists.put("/groups", list("{'id':'g0','name':'other'}", "{'id':'g1','name':'departments'}"));
    lists.put(
        "/groups/g1/children",
        list("{'id':'g2','name':'wayfinding'}", "{'id':'g3','name':'ground-transport'}"));
    lists.put("/groups/g2/members", list(DAG, KARIN));
    lists.put("/groups/g3/members", list(DAG));
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void peopleHaveTheirRolesAndDepartments() throws Exception {
    DirectoryPerson dag = people("secret").get("dag");
    assertEquals("Dag Dahl", dag.name());
    assertEquals("dag@example.test", dag.email());
    assertEquals("no", dag.language());
    assertEquals(Set.of("department_head"), dag.roles());
    assertEquals(Set.of("ground-transport", "wayfinding"), dag.departments());
  }

  @Test
  void aListLongerThanAPageIsReadToItsEnd() throws Exception {
    assertEquals(Set.of("dag", "karin", "kaj"), people("secret").keySet());
  }

  @Test
  void disabledPeopleAndServiceAccountsAreLeftOut() throws Exception {
    Set<String> names = people("secret").keySet();
    assertTrue(!names.contains("gone") && !names.contains("robot"), names.toString());
  }

  @Test
  void whoHasNoNameIsCalledByUsername() throws Exception {
    Map<String, DirectoryPerson> people = people("secret");
    assertEquals("kaj", people.get("kaj").name());
    assertEquals("Karin", people.get("karin").name());
    assertNull(people.get("kaj").email());
  }

  @Test
  void aRoleGivenToAGroupReachesItsMembers() throws Exception {
    lists.put("/roles/case_owner/groups", list("{'id':'g3','name':'ground-transport'}"));
    assertEquals(Set.of("case_owner", "department_head"), people("secret").get("dag").roles());
  }

  @Test
  void aWrongSecretIsSaidSo() {
    IOException refused = assertThrows(IOException.class, () -> people("guessed"));
    assertTrue(refused.getMessage().contains("wrong client or secret"), refused.getMessage());
  }

  @Test
  void onlyWhoseStandingDiffersIsRecorded() {
    var same = standing(true, "case_owner", "wayfinding");
    var was = Map.of("karin", same, "left", same, "longGone", standing(false, "auditor", ""));
    var directory =
        List.of(
            person("karin", "case_owner", "wayfinding"), person("new", "case_owner", "security"));
    var changes = DirectoryTables.changes(was, directory);
    assertEquals(List.of("left", "new"), changes.stream().map(PersonMirrored::username).toList());
    assertEquals("false", changes.get(0).changes().get("active").after());
    assertEquals("security", changes.get(1).changes().get("departments").after());
  }

  private static PersonMirrored.Standing standing(boolean active, String role, String department) {
    return new PersonMirrored.Standing(
        active,
        new TreeSet<>(Set.of(role)),
        department.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(department)));
  }

  private static DirectoryPerson person(String username, String role, String department) {
    return new DirectoryPerson(
        username,
        username,
        username,
        null,
        null,
        new TreeSet<>(Set.of(role)),
        new TreeSet<>(Set.of(department)));
  }

  private Map<String, DirectoryPerson> people(String secret) throws Exception {
    String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/slinga";
    return new Keycloak(issuer, "slinga-directory", secret, 2)
        .people().stream().collect(Collectors.toMap(DirectoryPerson::username, p -> p));
  }

  private static String list(String... objects) {
    return ("[" + String.join(",", objects) + "]").replace('\'', '"');
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean right =
        form.equals(
            "grant_type=client_credentials&client_id=slinga-directory&client_secret=secret");
    answer(exchange, right ? 200 : 401, right ? "{\"access_token\":\"t\"}" : "{}");
  }

  private void list(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/admin/realms/slinga".length());
    if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    String found = lists.get(path);
    if (found == null) {
      answer(exchange, path.endsWith("/users") ? 404 : 200, path.endsWith("/users") ? "{}" : "[]");
      return;
    }
    String[] page = exchange.getRequestURI().getQuery().split("[=&]");
    int first = Integer.parseInt(page[1]);
    int max = Integer.parseInt(page[3]);
    JsonArray all = Json.createReader(new StringReader(found)).readArray();
    JsonArrayBuilder some = Json.createArrayBuilder();
    all.subList(Math.min(first, all.size()), Math.min(first + max, all.size())).forEach(some::add);
    answer(exchange, 200, some.build().toString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
