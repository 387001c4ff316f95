package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** WildFly is killed in the middle of an import; after the next start the job goes on. */
@ExtendWith(Product.Extension.class)
class PowerCutST {
  private static final int COPIES = 20;

  private static final String NPS = "/insight/nps?survey=sfo-2017";

  private final Product product;

  PowerCutST(Product product) {
    this.product = product;
  }

  @Test
  void aKilledImportGoesOnAfterTheRestartAndTheCountsAreRight(@TempDir Path folder)
      throws Exception {
    int before = product.get("cecilia", NPS).getInt("n");
    Path file = manyTimes(product.demoFile("sfo-2017.csv"), folder.resolve("many.csv"));
    String id = SurveyImport.request(product, file, "sfo-2017", "cecilia");
    JsonObject underWay =
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> product.get("cecilia", "/imports/" + id), job -> job.getInt("accepted") > 0);
    assertEquals(
        "RUNNING", underWay.getString("state"), "the kill came too late to prove anything");
    product.killWildFly();
    product.start();
    JsonObject done = SurveyImport.finished(product, id);
    assertEquals("DONE", done.getString("state"));
    assertEquals(2831 * COPIES, done.getInt("accepted"));
    assertEquals(0, done.getInt("known"));
    assertEquals(before + 2746 * COPIES, product.get("cecilia", NPS).getInt("n"));
    assertTrue(done.getInt("casesOpened") > 0);
  }

  /** The survey again and again under other ids, so that the import takes a while. */
  private static Path manyTimes(Path survey, Path to) throws Exception {
    List<String> lines = Files.readAllLines(survey);
    try (BufferedWriter writer = Files.newBufferedWriter(to)) {
      writer.write(lines.get(0));
      writer.newLine();
      for (int copy = 1; copy <= COPIES; copy++) {
        for (String line : lines.subList(1, lines.size())) {
          writer.write("copy-" + copy + "-");
          writer.write(line);
          writer.newLine();
        }
      }
    }
    return to;
  }
}
