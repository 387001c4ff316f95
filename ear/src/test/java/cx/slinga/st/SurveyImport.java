package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An import through the API, waited for. */
final class SurveyImport {
  private SurveyImport() {}

  /**
   * Imports the file unless a test of this run has done so; a part of it may be there already.
   * Right after a first start the directory may not be mirrored yet, and without a CX owner an
   * import is refused: then it is asked for again.
   */
  static void of(Product product, Path file, String survey) throws Exception {
    if (product.isFirst(survey)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofSeconds(3))
          .ignoreExceptions()
          .until(() -> run(product, file, survey, "cecilia").getString("state"), "DONE"::equals);
    }
  }

  /** Imports the file and returns what came of it. */
  static JsonObject run(Product product, Path file, String survey, String username)
      throws Exception {
    return finished(product, request(product, file, survey, username));
  }

  /** Asks for the import; returns its id. */
  static String request(Product product, Path file, String survey, String username)
      throws Exception {
    HttpResponse<String> accepted =
        product.call(
            username,
            "POST",
            "/imports?survey=" + survey + "&fileName=" + file.getFileName() + "&followUp=true",
            "text/csv",
            BodyPublishers.ofFile(file));
    assertEquals(202, accepted.statusCode(), accepted.body());
    String location = accepted.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Waits until the import has ended. */
  static JsonObject finished(Product product, String id) throws Exception {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> product.get("cecilia", "/imports/" + id),
            job -> !job.getString("state").matches("QUEUED|RUNNING"));
  }
}
