package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One response through its whole life on the screens, by everybody who may work on a case. */
@ExtendWith(Product.Extension.class)
class WholeLifeST {
  private static final String TITLE = "Hang the sign before the pillar";

  private final Product product;

  WholeLifeST(Product product) {
    this.product = product;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cecilia", "dag", "karin"})
  void aComplaintIsWorkedToItsEnd(String worker) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    CaseScreen screen =
        CaseScreen.of(product, worker, complaint.number())
            .isIn("Open")
            .isOwnedBy("Karin")
            .misses(
                "No outcome of a contact with the customer",
                "No root cause is named",
                "No action is in the plan",
                "It is not resolved");
    assertThat(screen.page().locator("#verdict\\:resolve")).isDisabled();

    screen.logContact("Missed the train").isIn("In contact");
    screen
        .nameCause("signs-inside", "signs-inside", "A pillar hides the sign", "It came first")
        .isIn("Analysed")
        .misses("No action is in the plan", "It is not resolved");
    screen.planAction(TITLE, worker).isIn("Acting");
    screen.complete(TITLE).misses("It is not resolved");
    screen.resolve();
    if (!worker.equals("cecilia")) {
      assertThat(screen.page().locator("#verdict\\:close")).hasCount(0);
    }

    CaseScreen.of(product, "cecilia", complaint.number()).misses().close();
    assertEquals(
        List.of(
            "case.opened",
            "case.contacted",
            "case.analysed",
            "case.plan-changed",
            "case.plan-changed",
            "case.resolved",
            "case.closed"),
        record(complaint).stream().filter(verb -> !verb.equals("case.asked-again")).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"cecilia, kaj, Kaj", "dag, dag, Dag"})
  void aCaseIsGivenToAnotherByThoseWhoSteer(String giver, String to, String name) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    CaseScreen.of(product, giver, complaint.number()).giveTo(to).isOwnedBy(name);
    assertEquals(to, complaint.read().getString("ownerUsername"));
  }

  @Test
  void aCaseOwnerIsNotOfferedToGiveOrDismiss() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    CaseScreen screen = CaseScreen.of(product, "karin", complaint.number());
    assertThat(screen.page().locator("#assignment")).hasCount(0);
    assertThat(screen.page().locator("#dismissal")).hasCount(0);
  }

  @Test
  void whereFourEyesAreWantedWhoResolvedItDoesNotCloseIt() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("cecilia");
    fourEyes(true);
    try {
      CaseScreen screen = CaseScreen.of(product, "cecilia", complaint.number());
      assertThat(screen.page().locator("#verdict\\:close")).isDisabled();
      assertThat(screen.page().locator("#closeWhy")).isVisible();
    } finally {
      fourEyes(false);
    }
    CaseScreen.of(product, "cecilia", complaint.number()).close();
  }

  private void fourEyes(boolean wanted) throws Exception {
    JsonObject now = product.get("cecilia", "/gate");
    int status =
        product
            .call(
                "cecilia",
                "POST",
                "/gate",
                "application/json",
                jakarta.json.Json.createObjectBuilder(now)
                    .add("fourEyes", wanted)
                    .build()
                    .toString())
            .statusCode();
    assertEquals(2, status / 100);
  }

  /** What the record says of the case, the first first. */
  private List<String> record(Complaint complaint) throws Exception {
    List<JsonObject> entries =
        product
            .get("alva", "/audit?objectType=case&objectId=" + complaint.number())
            .getJsonArray("items")
            .getValuesAs(JsonObject.class);
    return entries.stream()
        .sorted((a, b) -> a.getString("at").compareTo(b.getString("at")))
        .map(entry -> entry.getString("verb"))
        .toList();
  }
}
