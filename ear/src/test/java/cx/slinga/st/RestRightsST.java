package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.it.Workday;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The table of rights against the API: every operation that it describes, by every role, on a case
 * of one's own, of one's department and of another department. The operations come from the
 * description of the running API, so that a new one without a row fails here.
 */
@ExtendWith(Product.Extension.class)
class RestRightsST {
  /** How far a role reaches. */
  private enum Reach {
    ALL,
    DEPT,
    OWN,
    NONE;

    boolean covers(Whose whose) {
      return switch (this) {
        case ALL -> true;
        case DEPT -> whose != Whose.OTHER;
        case OWN -> whose == Whose.OWN;
        case NONE -> false;
      };
    }
  }

  private enum Whose {
    OWN,
    DEPARTMENT,
    OTHER
  }

  private record Row(
      String operation, String address, String mode, List<Reach> reaches, String body) {}

  private record Subject(String number, String owner, String touchpoint, Map<String, String> ids) {}

  private static final String FILE =
      "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"seen.txt\"\r\n"
          + "Content-Type: text/plain\r\n\r\nSeen\r\n--part--\r\n";

  /**
   * Operation; {@code may}: the status decides, {@code sees}: the answer holds the case or does
   * not, {@code gone}: there is no such thing, which only those with the right learn; then CX
   * owner, department head, case owner, auditor, administrator; then the body.
   */
  private static final String TABLE =
      """
      GET  /absences                 may  ALL  ALL  ALL  ALL  ALL
      POST /absences                 may  NONE ALL  ALL  NONE ALL  {"person":"karin","standIn":"karin","from":"{workday}","to":"{workday}"}
      DELETE /absences/{id}          may  NONE NONE NONE NONE NONE
      GET  /actions                  may  ALL  ALL  ALL  ALL  NONE
      POST /actions/bulk             may  ALL  ALL  ALL  NONE NONE {"ids":[],"verb":"DONE"}
      GET  /actions/{id}             may  ALL  DEPT DEPT ALL  NONE
      POST /actions/{id}/cancel      may  ALL  DEPT OWN  NONE NONE {"reason":"The lamps come first"}
      POST /actions/{id}/complete    may  ALL  DEPT OWN  NONE NONE {}
      POST /actions/{id}/deadline    may  ALL  DEPT OWN  NONE NONE {"deadline":"{workday}","reason":"Later"}
      POST /actions/{id}/dependency  may  ALL  DEPT OWN  NONE NONE {}
      POST /actions/{id}/done        may  ALL  DEPT OWN  NONE NONE {}
      GET  /actions/{id}/evidence    may  ALL  DEPT DEPT ALL  NONE
      POST /actions/{id}/evidence    may  ALL  DEPT OWN  NONE NONE {"note":"Done so"}
      DELETE /actions/{id}/evidence/{unique} gone ALL DEPT OWN  NONE NONE
      GET  /actions/{id}/evidence/{proof} may ALL DEPT DEPT ALL  NONE
      GET  /actions/{id}/history     may  ALL  DEPT DEPT ALL  NONE
      POST /actions/{id}/reassign    may  ALL  DEPT OWN  NONE NONE {"owner":"{owner}"}
      POST /actions/{id}/reopen      may  ALL  DEPT OWN  NONE NONE {"reason":"Again"}
      GET  /audit                    may  ALL  NONE NONE ALL  NONE
      GET  /cases?q={number}         sees ALL  DEPT DEPT ALL  NONE
      POST /cases/bulk               may  ALL  ALL  ALL  NONE NONE {"verb":"link","numbers":["{number}"],"input":{}}
      GET  /cases/{number}           may  ALL  DEPT DEPT ALL  NONE
      POST /cases/{number}/actions   may  ALL  DEPT OWN  NONE NONE {"title":"Do it","kind":"CORRECTIVE","owner":"{owner}","deadline":"{workday}"}
      POST /cases/{number}/assign    may  ALL  DEPT NONE NONE NONE {"owner":"{owner}"}
      POST /cases/{number}/callback  may  ALL  DEPT OWN  NONE NONE {"day":"{workday}","from":"10:00","to":"12:00"}
      POST /cases/{number}/callback/drop may  ALL  DEPT OWN  NONE NONE {}
      PUT  /cases/{number}/customer  may  ALL  DEPT OWN  NONE NONE {"consent":true}
      POST /cases/{number}/cause     may  ALL  DEPT OWN  NONE NONE {"symptomTouchpoint":"{touchpoint}","causeTouchpoint":"{touchpoint}","newCause":"Something"}
      POST /cases/{number}/close     may  ALL  NONE NONE NONE NONE {}
      POST /cases/{number}/contact   may  ALL  DEPT OWN  NONE NONE {"channel":"PHONE","outcome":"REACHED"}
      POST /cases/{number}/dismiss   may  ALL  DEPT NONE NONE NONE {"reason":"TEST","note":"A test"}
      GET  /cases/{number}/letters   may  ALL  DEPT DEPT ALL  NONE
      POST /cases/{number}/letters   may  ALL  DEPT OWN  NONE NONE {"to":"customer@slinga.example","language":"en","subject":"Your answer","body":"Thank you"}
      POST /cases/{number}/notes     may  ALL  DEPT OWN  NONE NONE {"note":"Called"}
      POST /cases/{number}/pause     may  ALL  DEPT OWN  NONE NONE {"reason":"CUSTOMER"}
      POST /cases/{number}/recovery  may  ALL  DEPT OWN  NONE NONE {"score":9}
      POST /cases/{number}/reopen    may  ALL  NONE NONE NONE NONE {"reason":"Again"}
      POST /cases/{number}/resolve   may  ALL  DEPT OWN  NONE NONE {}
      POST /cases/{number}/resume    may  ALL  DEPT OWN  NONE NONE {}
      POST /cases/{number}/severity  may  ALL  DEPT NONE NONE NONE {"severity":"CRITICAL"}
      GET  /causes                   may  ALL  ALL  ALL  ALL  NONE
      GET  /causes/{id}              may  ALL  ALL  ALL  ALL  NONE
      GET  /causes/{id}/actions      may  ALL  ALL  ALL  ALL  NONE
      POST /causes/{id}/actions      may  ALL  DEPT DEPT NONE NONE {"title":"Do it","kind":"CORRECTIVE","owner":"{owner}","deadline":"{workday}"}
      POST /causes/{id}/address      may  ALL  DEPT DEPT NONE NONE {}
      POST /causes/{id}/confirm      may  ALL  DEPT DEPT NONE NONE {}
      POST /causes/{id}/evidence     may  ALL  DEPT DEPT NONE NONE {"note":"Seen"}
      DELETE /causes/{id}/evidence/{unique} gone ALL DEPT DEPT NONE NONE
      GET  /causes/{id}/evidence/{evidence} may ALL DEPT DEPT ALL NONE
      POST /causes/{id}/merge        may  ALL  DEPT DEPT NONE NONE {"from":"{id}"}
      POST /causes/{id}/reconsider   may  ALL  DEPT DEPT NONE NONE {}
      POST /causes/{id}/reject       may  ALL  DEPT DEPT NONE NONE {"reason":"Not this"}
      POST /causes/{id}/rename       may  ALL  DEPT DEPT NONE NONE {"title":"Called so"}
      POST /causes/{id}/split        may  ALL  DEPT DEPT NONE NONE {"title":"A part"}
      PUT  /causes/{id}/whys         may  ALL  DEPT DEPT NONE NONE {"whys":[]}
      GET  /departments              may  ALL  ALL  ALL  ALL  ALL
      POST /departments              may  NONE NONE NONE NONE ALL  {"key":"NO","name":"No"}
      PUT  /departments/{key}        may  NONE NONE NONE NONE ALL  {"name":"","calendar":"SWEDEN","open":true}
      GET  /exports/cases            may  ALL  ALL  ALL  ALL  NONE
      GET  /gate                     may  ALL  ALL  ALL  ALL  ALL
      POST /gate                     may  ALL  NONE NONE NONE ALL  {"fourEyes":false,"askAgain":true,"coolDownDays":90,"validDays":30,"version":0}
      GET  /imports                  may  ALL  NONE NONE ALL  ALL
      POST /imports?survey=sfo-2018&fileName=a.csv may ALL NONE NONE NONE ALL no,csv
      GET  /imports/{id}             may  ALL  NONE NONE ALL  ALL
      GET  /imports/{id}/rejections  may  ALL  NONE NONE ALL  ALL
      GET  /insight/cases            may  ALL  ALL  ALL  ALL  NONE
      GET  /insight/causes?survey=sfo-2018 may  ALL  ALL  ALL  ALL  NONE
      GET  /insight/daily?survey=sfo-2018 may  ALL  ALL  ALL  ALL  NONE
      GET  /insight/nps?survey=sfo-2018 may  ALL  ALL  ALL  ALL  NONE
      GET  /insight/touchpoints?survey=sfo-2018 may  ALL  ALL  ALL  ALL  NONE
      GET  /jobs                     may  ALL  ALL  ALL  NONE NONE
      GET  /jobs/{id}                may  ALL  NONE NONE NONE NONE
      POST /jobs/{id}/cancel         may  ALL  NONE NONE NONE NONE {}
      GET  /jobs/{id}/refusals       may  ALL  NONE NONE NONE NONE
      GET  /outbox                   may  ALL  NONE NONE NONE ALL
      POST /outbox/{id}/discard      may  NONE NONE NONE NONE ALL  {}
      POST /outbox/{id}/send-again   may  NONE NONE NONE NONE ALL  {}
      GET  /people                   may  ALL  ALL  ALL  ALL  ALL
      POST /people/{username}/hand-over may ALL NONE NONE NONE ALL {"to":"{owner}"}
      GET  /projects                 may  ALL  ALL  ALL  ALL  NONE
      POST /projects                 may  ALL  ALL  NONE NONE NONE {"title":"Signs","aim":"Nobody asks","deadline":"{workday}","impact":3,"confidence":3,"effort":3,"department":"wayfinding","owner":"{owner}"}
      GET  /projects/{number}        may  ALL  ALL  ALL  ALL  NONE
      GET  /projects/{number}/actions may ALL ALL  ALL  ALL  NONE
      POST /projects/{number}/actions may ALL DEPT NONE NONE NONE {"title":"Do it","kind":"CORRECTIVE","owner":"{owner}","deadline":"{workday}"}
      POST /projects/{number}/approve may ALL DEPT NONE NONE NONE {}
      POST /projects/{number}/assign may ALL  DEPT NONE NONE NONE {"owner":"{owner}"}
      POST /projects/{number}/celebrate may ALL DEPT NONE NONE NONE {}
      POST /projects/{number}/change may ALL  DEPT NONE NONE NONE {"title":"Signs","aim":"Nobody asks","deadline":"{workday}","impact":3,"confidence":3,"effort":3,"department":"nowhere"}
      POST /projects/{number}/finish may ALL  DEPT NONE NONE NONE {}
      POST /projects/{number}/link may  ALL  DEPT NONE NONE NONE {"cause":"{unique}"}
      POST /projects/{number}/start may ALL   DEPT NONE NONE NONE {}
      POST /projects/{number}/stop may  ALL  DEPT NONE NONE NONE {"reason":""}
      POST /projects/{number}/unlink may ALL  DEPT NONE NONE NONE {"cause":"{unique}"}
      GET  /responses                may  ALL  NONE NONE ALL  NONE
      POST /responses                may  ALL  NONE NONE NONE ALL  {"survey":"sfo-2017","externalId":"{unique}","answeredOn":"2017-05-15","score":9}
      GET  /rules/routing            may  ALL  NONE NONE ALL  ALL
      PUT  /rules/routing            may  ALL  NONE NONE NONE ALL  {"rules":[]}
      POST /rules/routing/try        may  ALL  NONE NONE NONE ALL  {"rules":[]}
      GET  /rules/{survey}           may  ALL  NONE NONE ALL  ALL
      PUT  /rules/{survey}           may  ALL  NONE NONE NONE ALL  {"negativity":[],"severity":[]}
      POST /rules/{survey}/try       may  ALL  NONE NONE NONE ALL  {"negativity":[],"severity":[]}
      GET  /service-levels           may  ALL  ALL  ALL  ALL  ALL
      PUT  /service-levels           may  NONE NONE NONE NONE ALL  {}
      GET  /service-levels/following may  ALL  ALL  ALL  ALL  ALL
      GET  /stages                   may  ALL  ALL  ALL  ALL  ALL
      POST /stages                   may  ALL  NONE NONE NONE ALL  {"journey":"nowhere","name":"New"}
      PUT  /stages/{key}             may  ALL  NONE NONE NONE ALL  {"name":""}
      GET  /surveys                  may  ALL  ALL  ALL  ALL  ALL
      PUT  /surveys/{key}/wait       may  ALL  NONE NONE NONE ALL  {"minutes":-1}
      GET  /templates                may  ALL  ALL  ALL  ALL  ALL
      POST /templates                may  ALL  NONE NONE NONE ALL  {"name":"{unique}","language":"en","subject":"About {case}","body":"Thank you"}
      GET  /templates/{id}           may  ALL  ALL  ALL  ALL  ALL
      POST /templates/{id}           may  ALL  NONE NONE NONE ALL  {"name":"{unique}","language":"en","subject":"About {case}","body":"Thank you"}
      POST /templates/{id}/delete    may  ALL  NONE NONE NONE ALL  {}
      GET  /touchpoints              may  ALL  ALL  ALL  ALL  ALL
      POST /touchpoints              may  ALL  NONE NONE NONE ALL  {"name":"New","stage":"nowhere","department":"nowhere"}
      PUT  /touchpoints/{key}        may  ALL  NONE NONE NONE ALL  {"name":"","stage":"nowhere","department":"nowhere"}
      PUT  /touchpoints/{key}/place  may  ALL  NONE NONE NONE ALL  {"after":"nowhere"}
      PUT  /touchpoints/{key}/responsible may ALL NONE NONE NONE ALL {"department":"nowhere"}
      """;

  private final Product product;

  RestRightsST(Product product) {
    this.product = product;
  }

  @BeforeEach
  void theSurveyIsImported() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
  }

  @Test
  void everyOperationHasItsRow() throws Exception {
    String described =
        operations().stream().map(RestRightsST::padded).collect(Collectors.joining("\n"));
    String known =
        rows().keySet().stream().map(RestRightsST::padded).collect(Collectors.joining("\n"));
    assertEquals(known, described);
  }

  @Test
  void everyRoleReachesExactlyWhatTheTableSays() throws Exception {
    Map<Whose, Subject> subjects =
        Map.of(
            Whose.OWN, subject("signs-inside", "karin"),
            Whose.DEPARTMENT, subject("signs-inside", "dag"),
            Whose.OTHER, subject("security-check", "kjell"));
    List<String> roles = List.of("cecilia", "dag", "karin", "alva", "admin");
    List<String> deviations = new ArrayList<>();
    for (Row row : rows().values()) {
      for (int role = 0; role < roles.size(); role++) {
        for (Whose whose : Whose.values()) {
          boolean expected = row.reaches().get(role).covers(whose);
          Subject subject = subjects.get(whose);
          HttpResponse<String> answer = call(roles.get(role), row, subject);
          boolean reached = reached(row, subject, answer);
          if (reached != expected || answer.statusCode() >= 500) {
            deviations.add(
                "%s by %s on %s: %d %s"
                    .formatted(
                        row.operation(),
                        roles.get(role),
                        whose,
                        answer.statusCode(),
                        answer.body().length() > 200
                            ? answer.body().substring(0, 200)
                            : answer.body()));
          }
        }
      }
    }
    assertEquals("", String.join("\n", deviations));
  }

  private static boolean reached(Row row, Subject subject, HttpResponse<String> answer) {
    if (row.mode().equals("gone") && answer.statusCode() == 404) {
      // what is missed is the last thing of the address, not what it hangs on
      String path = answer.uri().getPath();
      return answer.body().contains(path.substring(path.lastIndexOf('/') + 1));
    }
    if (List.of(401, 403, 404).contains(answer.statusCode())) {
      return false;
    }
    return !row.mode().equals("sees") || answer.body().contains(subject.number());
  }

  private HttpResponse<String> call(String username, Row row, Subject subject) throws Exception {
    String[] words = row.operation().split(" ");
    String path = filled(row.address(), subject, words[1]);
    return product.call(
        username,
        words[0],
        path,
        row.body().isEmpty() || row.body().startsWith("{") ? "application/json" : "text/csv",
        filled(row.body(), subject, words[1]));
  }

  private static String filled(String text, Subject subject, String path) {
    boolean ofProject = path.startsWith("/projects");
    String filled =
        text.replace("{number}", ofProject ? subject.ids().get("projects") : subject.number())
            .replace("{owner}", subject.owner())
            .replace("{survey}", "sfo-2018")
            .replace("{username}", subject.owner())
            .replace("{key}", "signs-inside")
            .replace("{touchpoint}", subject.touchpoint())
            .replace("{workday}", Workday.inTwoWeeks().toString())
            .replace("{unique}", UUID.randomUUID().toString());
    String resource = path.split("/")[1];
    String id = subject.ids().get(resource);
    filled = filled.replace("{evidence}", subject.ids().get("evidence"));
    filled = filled.replace("{proof}", subject.ids().get("proof"));
    return id == null ? filled : filled.replace("{id}", id);
  }

  private Subject subject(String touchpoint, String owner) throws Exception {
    String externalId = UUID.randomUUID().toString();
    ok(
        product.call(
            "cecilia",
            "POST",
            "/responses",
            "application/json",
            "{\"survey\":\"sfo-2018\",\"externalId\":\"%s\",\"answeredOn\":\"2018-05-15\",\"score\":3,\"ratings\":{\"%s\":1}}"
                .formatted(externalId, touchpoint)));
    JsonObject newest =
        product
            .get("cecilia", "/cases?limit=1&sort=opened_newest&touchpoint=" + touchpoint)
            .getJsonArray("items")
            .getJsonObject(0);
    String number = newest.getString("number");
    ok(post("/cases/" + number + "/assign", "{\"owner\":\"" + owner + "\"}"));
    HttpResponse<String> action =
        post(
            "/cases/" + number + "/actions",
            "{\"title\":\"Do it\",\"kind\":\"CORRECTIVE\",\"owner\":\"%s\",\"deadline\":\"%s\"}"
                .formatted(owner, Workday.inTwoWeeks()));
    ok(action);
    String location = action.headers().firstValue("Location").orElseThrow();
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("actions", location.substring(location.lastIndexOf('/') + 1));
    HttpResponse<String> proof =
        product.call(
            "cecilia",
            "POST",
            "/actions/" + ids.get("actions") + "/evidence",
            "multipart/form-data; boundary=part",
            FILE);
    ok(proof);
    ids.put(
        "proof", Product.json(proof.body()).getJsonArray("items").getJsonObject(0).getString("id"));
    ids.put("imports", first("/imports"));
    ids.put("outbox", "1");
    HttpResponse<String> cause =
        post(
            "/cases/" + number + "/cause",
            "{\"symptomTouchpoint\":\"%s\",\"causeTouchpoint\":\"%s\",\"newCause\":\"%s\"}"
                .formatted(touchpoint, touchpoint, UUID.randomUUID()));
    ok(cause);
    String causeId = Product.json(cause.body()).getString("causeId");
    ids.put("causes", causeId);
    HttpResponse<String> evidence =
        product.call(
            "cecilia",
            "POST",
            "/causes/" + causeId + "/evidence",
            "multipart/form-data; boundary=part",
            FILE);
    ok(evidence);
    ids.put(
        "evidence",
        Product.json(evidence.body()).getJsonArray("evidence").getJsonObject(0).getString("id"));
    HttpResponse<String> job =
        post(
            "/cases/bulk",
            "{\"verb\":\"assign\",\"numbers\":[\"%s\"],\"input\":{\"owner\":\"%s\"}}"
                .formatted(number, owner));
    ok(job);
    ids.put("jobs", Product.json(job.body()).getString("id"));
    HttpResponse<String> template =
        post(
            "/templates",
            "{\"name\":\"%s\",\"language\":\"en\",\"subject\":\"S\",\"body\":\"B\"}"
                .formatted(UUID.randomUUID()));
    ok(template);
    ids.put("templates", Product.json(template.body()).getString("id"));
    HttpResponse<String> project =
        post(
            "/projects",
            "{\"title\":\"Signs\",\"aim\":\"Nobody asks\",\"department\":\"%s\",\"owner\":\"%s\",\"deadline\":\"%s\",\"impact\":3,\"confidence\":3,\"effort\":3}"
                .formatted(
                    touchpoint.equals("signs-inside") ? "wayfinding" : "security",
                    owner,
                    Workday.inTwoWeeks()));
    ok(project);
    ids.put("projects", Product.json(project.body()).getString("number"));
    ids.put("absences", UUID.randomUUID().toString());
    return new Subject(number, owner, touchpoint, ids);
  }

  private String first(String list) throws Exception {
    JsonArray items = product.get("cecilia", list).getJsonArray("items");
    return items.getJsonObject(0).getString("id");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return product.call("cecilia", "POST", path, "application/json", body);
  }

  private static void ok(HttpResponse<String> answer) {
    assertEquals(2, answer.statusCode() / 100, answer.statusCode() + " " + answer.body());
  }

  private static String padded(String operation) {
    String[] words = operation.split(" ");
    return "%-6s %s".formatted(words[0], words[1]);
  }

  private List<String> operations() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(product.at("/openapi?format=JSON")))
                    .header("Accept", "application/json")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    List<String> operations = new ArrayList<>();
    Product.json(answer.body())
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject().keySet().stream()
                    .filter(List.of("get", "post", "put", "delete", "patch")::contains)
                    .forEach(
                        verb ->
                            operations.add(
                                verb.toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.replaceFirst("^/api/v1", ""))));
    operations.sort(order());
    return operations;
  }

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new TreeMap<>(order());
    for (String line : TABLE.split("\n")) {
      String[] words = line.trim().split(" +", 9);
      String operation =
          words[0]
              + " "
              + words[1].split("\\?")[0].replaceFirst("\\{(unique|proof)}$", "{evidence}");
      List<Reach> reaches = new ArrayList<>();
      for (int i = 3; i < 8; i++) {
        reaches.add(Reach.valueOf(words[i]));
      }
      rows.put(
          operation,
          new Row(operation, words[1], words[2], reaches, words.length > 8 ? words[8] : ""));
    }
    return rows;
  }

  private static Comparator<String> order() {
    return Comparator.comparing((String operation) -> operation.split(" ")[1])
        .thenComparing(Comparator.naturalOrder());
  }
}
