package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.it.Workday;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The product as a program meets it: bearer tokens, JSON, problems in words. */
@ExtendWith(Product.Extension.class)
class ProgramST {
  private final Product product;

  ProgramST(Product product) {
    this.product = product;
  }

  @BeforeEach
  void theSurveyIsImported() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
  }

  @Test
  void theImportedSurveyHasThePublishedFigures() throws Exception {
    JsonObject nps = product.get("cecilia", "/insight/nps?survey=sfo-2018");
    assertEquals(2650, nps.getInt("n"));
    assertEquals(447, nps.getInt("detractors"));
    assertEquals(30.98, number(nps, "nps"), 0.005);
    assertEquals(28.154, number(nps, "low"), 0.005);
    assertEquals(33.808, number(nps, "high"), 0.005);
  }

  @Test
  void importingTheSameFileAgainChangesNothing() throws Exception {
    JsonObject again =
        SurveyImport.run(product, product.demoFile("sfo-2018.csv"), "sfo-2018", "cecilia");
    assertEquals(0, again.getInt("accepted"));
    assertEquals(2809, again.getInt("known"));
    assertEquals(0, again.getInt("casesOpened"));
  }

  @Test
  void aCaseIsWorkedFromOpenToClosed() throws Exception {
    String number = openCase("state=open&survey=sfo-2018");
    refusedClosing(number, List.of("CONTACT", "CAUSE", "PLAN", "RESOLVED"));
    ok(verb("cecilia", number, "assign", "{\"owner\":\"karin\"}"));
    ok(
        verb(
            "karin",
            number,
            "contact",
            "{\"channel\":\"PHONE\",\"outcome\":\"REACHED\",\"note\":\"Called back\"}"));
    ok(
        verb(
            "karin",
            number,
            "cause",
            "{\"symptomTouchpoint\":\"signs-roads\",\"causeTouchpoint\":\"signs-inside\","
                + "\"newCause\":\"Terminal is hard to find\",\"whys\":[\"The sign says"
                + " International\"]}"));
    HttpResponse<String> action =
        verb(
            "karin",
            number,
            "actions",
            "{\"title\":\"New sign at the kerb\",\"kind\":\"CORRECTIVE\",\"owner\":\"karin\","
                + "\"deadline\":\""
                + Workday.inTwoWeeks()
                + "\"}");
    assertEquals(201, action.statusCode(), action.body());
    ok(verb("karin", number, "resolve", "{}"));
    refusedClosing(number, List.of("ACTIONS_DONE"));
    String actionPath = action.headers().firstValue("Location").orElseThrow();
    ok(
        product.call(
            "karin",
            "POST",
            actionPath.substring(actionPath.indexOf("/api/v1") + 7) + "/complete",
            "application/json",
            "{}"));
    assertEquals(403, verb("karin", number, "close", "{}").statusCode());
    ok(verb("cecilia", number, "close", "{}"));
    assertTrue(product.get("alva", "/cases/" + number).toString().contains("\"CLOSED\""));
  }

  @Test
  void whatOneMayNotSeeIsNotFound() throws Exception {
    String securityCase = openCase("state=open&department=security");
    assertEquals(200, read("kjell", securityCase));
    assertEquals(404, read("karin", securityCase));
    assertEquals(404, read("dag", securityCase));
    assertEquals(200, read("alva", securityCase));
    assertEquals(403, read("admin", securityCase));
  }

  @Test
  void theAuditorWritesNothing() throws Exception {
    String number = openCase("state=open");
    Map<String, String> verbs =
        Map.of(
            "assign", "{\"owner\":\"karin\"}",
            "contact", "{\"channel\":\"PHONE\",\"outcome\":\"REACHED\"}",
            "cause",
                "{\"symptomTouchpoint\":\"wifi\",\"causeTouchpoint\":\"wifi\",\"newCause\":\"Slow\"}",
            "resolve", "{}",
            "close", "{}",
            "reopen", "{\"reason\":\"again\"}",
            "dismiss", "{\"reason\":\"TEST\",\"note\":\"n\"}");
    for (Map.Entry<String, String> verb : verbs.entrySet()) {
      HttpResponse<String> answer = verb("alva", number, verb.getKey(), verb.getValue());
      assertEquals(403, answer.statusCode(), verb.getKey() + " " + answer.body());
    }
  }

  @Test
  void aCaseOnWhichNothingWasDoneIsNotResolved() throws Exception {
    HttpResponse<String> refusal = verb("cecilia", openCase("state=open"), "resolve", "{}");
    assertEquals(409, refusal.statusCode(), refusal.body());
    assertTrue(refusal.body().contains("case.nothing-done"), refusal.body());
    assertTrue(refusal.body().contains("CONTACT"), refusal.body());
    assertTrue(refusal.body().contains("CAUSE"), refusal.body());
  }

  @Test
  void aFilterThatNamesNothingIsRefused() throws Exception {
    for (String name : List.of("department", "survey", "touchpoint", "owner")) {
      HttpResponse<String> refusal =
          product.call("alva", "GET", "/cases?" + name + "=nothing", "application/json", "");
      assertEquals(400, refusal.statusCode(), refusal.body());
      assertEquals(name, Product.json(refusal.body()).getString("field"));
    }
  }

  @Test
  void aStrangerReachesTheQuestionToACustomerAndNothingElse() throws Exception {
    java.net.http.HttpClient stranger = java.net.http.HttpClient.newHttpClient();
    for (String path : List.of("/answer/view.xhtml?token=guessed", "/answer/view.xhtml")) {
      HttpResponse<String> answer =
          stranger.send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(product.at(path))).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().contains("This question is closed"), answer.body());
    }
    for (String path : List.of("/", "/cases/list.xhtml", "/answer/list.xhtml")) {
      HttpResponse<String> answer =
          stranger.send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(product.at(path)))
                  .header("Accept", "text/html")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(302, answer.statusCode(), path);
    }
  }

  @Test
  void withoutATokenNothingIsAnswered() throws Exception {
    HttpResponse<Void> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(product.at("/api/v1/cases")))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertEquals(401, answer.statusCode());
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
    java.util.Set<String> seen = new java.util.HashSet<>();
    String next = "";
    do {
      JsonObject page = product.get("alva", "/cases?limit=100&survey=sfo-2018" + next);
      for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
        assertTrue(seen.add(item.getString("number")), item.getString("number"));
      }
      next =
          page.containsKey("next") && !page.isNull("next")
              ? "&after="
                  + java.net.URLEncoder.encode(
                      page.getString("next"), java.nio.charset.StandardCharsets.UTF_8)
              : null;
    } while (next != null);
    assertEquals(447, seen.size());
  }

  @Test
  void theWorkbookOpensInASpreadsheetWithEveryCase(@TempDir Path folder) throws Exception {
    Path workbook =
        product.download("alva", "/exports/cases?survey=sfo-2018", folder.resolve("cases.xlsx"));
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir",
                folder.toString(),
                workbook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertTrue(office.waitFor(120, TimeUnit.SECONDS));
    long rows;
    try (var files = Files.list(folder)) {
      Path sheet =
          files
              .filter(f -> f.toString().endsWith(".csv"))
              .max(java.util.Comparator.comparingLong(f -> f.toFile().length()))
              .orElseThrow(() -> new AssertionError("no sheet came out"));
      rows =
          Files.readAllLines(sheet).stream()
              .filter(l -> l.startsWith("SL-") || l.startsWith("\"SL-"))
              .count();
    }
    assertEquals(447, rows);
  }

  @Test
  void theDescriptionOfTheApiNamesItsPaths() throws Exception {
    HttpResponse<String> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(product.at("/openapi")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    for (String path :
        List.of("/cases/{number}/close", "/imports", "/responses", "/insight/nps", "/audit")) {
      assertTrue(answer.body().contains(path), path);
    }
  }

  @Test
  void pagesOfOtherOriginsDoNotReadTheDescriptionOfTheApi() throws Exception {
    HttpResponse<String> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(product.at("/openapi")))
                    .header("Origin", "https://elsewhere.example")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(403, answer.statusCode());
    assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  private int read(String username, String number) throws Exception {
    return product.call(username, "GET", "/cases/" + number, "application/json", "").statusCode();
  }

  private String openCase(String filter) throws Exception {
    JsonArray items = product.get("cecilia", "/cases?limit=1&" + filter).getJsonArray("items");
    return items.getJsonObject(0).getString("number");
  }

  private HttpResponse<String> verb(String username, String number, String verb, String body)
      throws Exception {
    return product.call(
        username,
        "POST",
        "/cases/" + number + "/" + verb,
        "application/json",
        BodyPublishers.ofString(body));
  }

  private void refusedClosing(String number, List<String> missing) throws Exception {
    HttpResponse<String> refusal = verb("cecilia", number, "close", "{}");
    assertEquals(409, refusal.statusCode(), refusal.body());
    List<String> named =
        Product.json(refusal.body()).getJsonArray("missing").stream()
            .map(
                v ->
                    v instanceof JsonString text
                        ? text.getString()
                        : v.asJsonObject().getString("code"))
            .collect(Collectors.toList());
    assertEquals(missing, named);
  }

  private static void ok(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() / 100 == 2, answer.statusCode() + " " + answer.body());
  }

  private static double number(JsonObject json, String name) {
    return json.getJsonNumber(name).doubleValue();
  }
}
