package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.it.Workday;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * One of each thing that a screen can show, made once for all tests that only look.
 *
 * @param open number of a case on which nothing was done
 * @param resolved number of a case that waits for its closing
 * @param closed number of a closed case
 * @param question path of the question to its customer
 * @param cause id of a cause
 * @param action id of an action of its plan
 * @param job id of a job that left a case as it was
 * @param upload id of an import
 * @param project number of a project that is proposed
 * @param template id of a template for letters
 */
record Exhibits(
    String open,
    String resolved,
    String closed,
    String question,
    String cause,
    String action,
    String job,
    String upload,
    String project,
    String template) {

  static Exhibits make(Product product) throws Exception {
    Complaint closed = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    Complaint resolved = Complaint.about(product, "signs-inside").resolvedBy("karin");
    JsonObject worked = resolved.read();
    String question = closed.question();
    return new Exhibits(
        Complaint.about(product, "signs-inside").number(),
        resolved.number(),
        closed.number(),
        question.substring(question.indexOf("/answer/")),
        worked.getString("causeId"),
        worked.getJsonArray("plan").getJsonObject(0).getString("id"),
        refusedJob(product, closed.number()),
        first(product, "/imports"),
        project(product, worked.getString("causeId")),
        first(product, "/templates"));
  }

  private static String project(Product product, String cause) throws Exception {
    HttpResponse<String> made =
        product.call(
            "dag",
            "POST",
            "/projects",
            "application/json",
            "{\"title\":\"Signs that lead\",\"aim\":\"Nobody asks for the way\",\"department\":"
                + "\"wayfinding\",\"owner\":\"karin\",\"deadline\":\""
                + Workday.inTwoWeeks()
                + "\",\"impact\":4,\"confidence\":3,\"effort\":2,\"causes\":[\""
                + cause
                + "\"]}");
    assertEquals(201, made.statusCode(), made.body());
    return Product.json(made.body()).getString("number");
  }

  private static String first(Product product, String list) throws Exception {
    return product.get("cecilia", list).getJsonArray("items").getJsonObject(0).getString("id");
  }

  private static String refusedJob(Product product, String closed) throws Exception {
    HttpResponse<String> accepted =
        product.call(
            "cecilia",
            "POST",
            "/cases/bulk",
            "application/json",
            "{\"verb\":\"assign\",\"input\":{\"owner\":\"karin\"},\"numbers\":[\""
                + closed
                + "\"]}");
    assertEquals(202, accepted.statusCode(), accepted.body());
    String location = accepted.headers().firstValue("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> product.get("cecilia", "/jobs/" + id).getInt("refused") == 1);
    return id;
  }
}
