package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that was felt in one department and is caused by another. */
@ExtendWith(Product.Extension.class)
class OtherDepartmentST {
  private static final String CAUSE = "The kiosk stands where the sign should";

  private final Product product;

  OtherDepartmentST(Product product) {
    this.product = product;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cecilia", "dag", "karin"})
  void theCaseFollowsItsCauseAndStaysInSightWhereItWasFelt(String worker) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    assertEquals(404, status("dorte", complaint));
    CaseScreen screen =
        CaseScreen.of(product, worker, complaint.number())
            .isOwnedBy("Karin")
            .typeCause("signs-inside", "shops", CAUSE, "The lease says so");
    assertThat(screen.page().locator("#analysisForm\\:follows")).containsText("Food & retail");
    screen.page().click("#analysisForm\\:saveAnalysis");
    assertThat(screen.page().locator("#analysisShown")).containsText(CAUSE);
    screen.isOwnedBy("Kirsten");

    // whose customers felt it keep it in list and sight
    for (String department : new String[] {"dag", "karin"}) {
      CaseScreen.of(product, department, complaint.number()).isOwnedBy("Kirsten");
      assertListed(department, complaint);
    }
    // whose doing it is have it, and can end it
    assertListed("dorte", complaint);
    CaseScreen.of(product, "kirsten", complaint.number())
        .logContact("The kiosk will move")
        .planAction("Move the kiosk", "kirsten")
        .complete("Move the kiosk")
        .resolve();
    // and it is nobody else's
    assertEquals(404, status("kaj", complaint));
    assertEquals(404, status("kjell", complaint));
  }

  private void assertListed(String username, Complaint complaint) {
    Page page = product.desk(username);
    page.navigate(product.at("/cases/list.xhtml?q=" + complaint.number()));
    assertThat(page.locator("[data-open]")).hasCount(1);
  }

  private int status(String username, Complaint complaint) {
    return product
        .desk(username)
        .navigate(product.at("/cases/view.xhtml?number=" + complaint.number()))
        .status();
  }
}
