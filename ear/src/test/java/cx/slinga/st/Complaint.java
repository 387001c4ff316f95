package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.it.Workday;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A customer's complaint that came in through the API, and the case that it became. What a test
 * does not look at is done here, without a browser.
 */
final class Complaint {
  private static final Set<String> STAFF =
      Set.of("cecilia", "dag", "dorte", "karin", "kjell", "kirsten", "kaj");

  private static final Pattern LINK =
      Pattern.compile("http://[^\\s]*/answer/view\\.xhtml\\?token=[^\\s]+");

  private final Product product;
  private final String number;
  private final String address;

  private Complaint(Product product, String number, String address) {
    this.product = product;
    this.number = number;
    this.address = address;
  }

  /** Nobody else's customer is unhappy with this touchpoint and may be asked again. */
  static Complaint about(Product product, String touchpoint) throws Exception {
    staffIsKnown(product);
    String key = UUID.randomUUID().toString();
    String address = "someone@" + key + ".example";
    HttpResponse<String> stored =
        product.call(
            "cecilia",
            "POST",
            "/responses",
            "application/json",
            Json.createObjectBuilder()
                .add("survey", "sfo-2017")
                .add("externalId", key)
                .add("answeredOn", "2018-05-15")
                .add("score", 2)
                .add("words", "I walked in circles, says " + key)
                .add("language", "en")
                .add("ratings", Json.createObjectBuilder().add(touchpoint, 1))
                .add(
                    "customer",
                    Json.createObjectBuilder()
                        .add("key", key)
                        .add("name", "A passenger")
                        .add("email", address)
                        .add("language", "en")
                        .add("consent", true))
                .build()
                .toString());
    assertEquals(200, stored.statusCode(), stored.body());
    JsonObject opened =
        product.get("cecilia", "/cases?q=" + key).getJsonArray("items").getJsonObject(0);
    return new Complaint(product, opened.getString("number"), address);
  }

  /** Right after a first start the directory may not be mirrored yet. */
  private static void staffIsKnown(Product product) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                product
                    .get("cecilia", "/people?limit=200")
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(person -> person.getString("username"))
                    .collect(Collectors.toSet())
                    .containsAll(STAFF));
  }

  String number() {
    return number;
  }

  /** The link in the mail that asks the customer again; waited for. */
  String question() {
    Matcher link = LINK.matcher(product.mailTo(address));
    assertTrue(link.find(), "a mail without a link");
    return link.group();
  }

  /** The case as the CX owner sees it. */
  JsonObject read() throws Exception {
    return product.get("cecilia", "/cases/" + number);
  }

  /** Contact, cause and a finished action, all by this person, who then resolves it. */
  Complaint resolvedBy(String username) throws Exception {
    does(username, "contact", "{\"channel\":\"PHONE\",\"outcome\":\"REACHED\"}");
    does(
        username,
        "cause",
        "{\"symptomTouchpoint\":\"signs-inside\",\"causeTouchpoint\":\"signs-inside\","
            + "\"newCause\":\"The sign hangs behind a pillar\"}");
    HttpResponse<String> action =
        does(
            username,
            "actions",
            "{\"title\":\"Hang it before the pillar\",\"kind\":\"CORRECTIVE\",\"owner\":\""
                + username
                + "\",\"deadline\":\""
                + Workday.inTwoWeeks()
                + "\"}");
    String path = action.headers().firstValue("Location").orElseThrow();
    post(username, path.substring(path.indexOf("/api/v1") + 7) + "/complete", "{}");
    does(username, "resolve", "{}");
    return this;
  }

  /** The CX owner closes it, and the customer is asked again. */
  Complaint closed() throws Exception {
    does("cecilia", "close", "{}");
    return this;
  }

  private HttpResponse<String> does(String username, String verb, String body) throws Exception {
    return post(username, "/cases/" + number + "/" + verb, body);
  }

  private HttpResponse<String> post(String username, String path, String body) throws Exception {
    HttpResponse<String> answer = product.call(username, "POST", path, "application/json", body);
    assertTrue(answer.statusCode() / 100 == 2, path + ": " + answer.body());
    return answer;
  }
}
