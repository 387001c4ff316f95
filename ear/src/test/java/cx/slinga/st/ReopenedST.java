package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was closed and is taken up again: by the customer's answer, or by the CX owner. */
@ExtendWith(Product.Extension.class)
class ReopenedST {
  private static final String CONTACT_ANEW =
      "No outcome of a contact with the customer since it was reopened";

  private final Product product;

  ReopenedST(Product product) {
    this.product = product;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cecilia", "dag", "karin"})
  void theCustomersNoOpensTheCaseAndItIsSolvedOnceMore(String worker) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    customerAnswers(complaint, 1, "Still no sign");

    CaseScreen screen = CaseScreen.of(product, worker, complaint.number()).isIn("Reopened");
    assertThat(screen.page().locator("#recovered")).containsText("Still no sign");
    assertThat(screen.page().locator("#reopened")).containsText("would recommend us 1 of 10");
    assertThat(screen.page().locator("#timeline")).containsText("1 of 10, is negative again");
    screen.misses(CONTACT_ANEW, "It is not resolved");
    screen.logContact("Walked the way with the passenger").resolve();
    CaseScreen.of(product, "cecilia", complaint.number()).close();
    assertEquals(1, complaint.read().getInt("recoveredScore"));
  }

  @Test
  void theCustomersYesIsKeptBesideTheFirstScoreAndTheQuestionIsAskedOnce() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    String address = customerAnswers(complaint, 9, "Found it at once");
    CaseScreen screen = CaseScreen.of(product, "karin", complaint.number()).isIn("Closed");
    assertThat(screen.page().locator("#recovered")).containsText("Found it at once");
    Page again = product.stranger(390, ColorScheme.LIGHT);
    again.navigate(address);
    assertThat(again.locator("h1")).hasText("This question is closed");
    again.context().close();
  }

  @Test
  void theCxOwnerTakesAClosedCaseUpAgain() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    CaseScreen.of(product, "cecilia", complaint.number())
        .isIn("Closed")
        .reopen("The sign fell down")
        .misses(CONTACT_ANEW, "It is not resolved");
    CaseScreen again = CaseScreen.of(product, "karin", complaint.number()).isIn("Reopened");
    assertThat(again.page().locator("#reopened")).containsText("The sign fell down");
    assertThat(again.page().locator("#timeline .said").first()).containsText("The sign fell down");
    again.logContact("Told them of the new sign").resolve();
    CaseScreen.of(product, "cecilia", complaint.number()).close();
    assertThat(product.desk("cecilia").locator("#reopened")).not().containsText("fell down");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"dag", "karin", "alva"})
  void nobodyElseIsOfferedToReopen(String other) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    CaseScreen screen = CaseScreen.of(product, other, complaint.number()).isIn("Closed");
    assertThat(screen.page().locator("#reopening")).hasCount(0);
  }

  /** Follows the link of the mail on a phone and answers; returns the link. */
  private String customerAnswers(Complaint complaint, int score, String words) {
    String link = complaint.question();
    Page page = product.stranger(390, ColorScheme.LIGHT);
    page.navigate(link);
    page.check("#answer input[type=radio][value='" + score + "']");
    page.fill("#answer\\:words", words);
    page.click("#answer\\:send");
    assertThat(page.locator("h1")).hasText("Thank you");
    page.context().close();
    return link;
  }
}
