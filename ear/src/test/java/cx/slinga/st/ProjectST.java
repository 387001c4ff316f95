package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import cx.slinga.it.Workday;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project from the cause that it removes to the case that it carries on, on the screens. */
@ExtendWith(Product.Extension.class)
class ProjectST {
  private static final String OPEN = "Hang the sign before the pillar";
  private static final String OWN = "Walk the way with newcomers";

  private final Product product;

  ProjectST(Product product) {
    this.product = product;
  }

  @Test
  void aCaseIsClosedWhileAProjectCarriesOnItsPlan() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    String cause = "A pillar hides the sign " + UUID.randomUUID();
    CaseScreen.of(product, "karin", complaint.number())
        .logContact("Missed the train")
        .nameCause("signs-inside", "signs-inside", cause, "It came first")
        .planAction(OPEN, "karin")
        .resolve();
    assertThat(
            CaseScreen.of(product, "cecilia", complaint.number()).page().locator("#missing li.n"))
        .hasCount(1);

    Page page = product.desk("dag");
    String title = "Signs that lead " + UUID.randomUUID();
    propose(page, complaint, cause, title);
    String number = page.url().replaceFirst(".*number=", "").replaceFirst("&.*", "");
    page.click("#verbs\\:approve");
    isIn(page, "Approved");
    start(page);
    isIn(page, "Running");
    addAction(page);

    CaseScreen.of(product, "cecilia", complaint.number()).misses().close();
    page.navigate(product.at("/projects/view.xhtml?number=" + number));
    assertThat(page.locator("#carriedPart")).containsText(OPEN);
    assertThat(page.locator("#planShown")).containsText(OWN);
    assertThat(page.locator("#causesShown")).containsText(cause);
    assertEquals("RUNNING", product.get("karin", "/projects/" + number).getString("state"));

    Page reader = product.desk("karin");
    reader.navigate(product.at("/projects/view.xhtml?number=" + number));
    assertThat(reader.locator("h1")).hasText(title);
    assertThat(reader.locator("#stopping")).hasCount(0);
    assertThat(reader.locator("#facts")).hasCount(0);
  }

  private void propose(Page page, Complaint complaint, String cause, String title)
      throws Exception {
    String id = complaint.read().getString("causeId");
    page.navigate(product.at("/causes/view.xhtml?id=" + id));
    page.click("a[href*='/projects/new.xhtml']");
    assertThat(page.locator("#proposal")).containsText(cause);
    page.click("#proposal\\:propose");
    assertThat(page.locator("#proposal\\:title_message")).isVisible();
    assertThat(page.locator("#proposal\\:aim_message")).isVisible();
    assertThat(page.locator("#proposal\\:deadline_message")).isVisible();
    page.fill("#proposal\\:title", title);
    page.fill("#proposal\\:deadline_input", Workday.inTwoWeeks().toString());
    page.keyboard().press("Escape");
    page.click("#proposal\\:propose");
    assertThat(page.locator("#proposal\\:aim_message")).isVisible();
    page.fill("#proposal\\:aim", "Nobody asks for the way");
    page.selectOption("#proposal\\:owner", "karin");
    page.click("#proposal\\:propose");
    assertThat(page).hasURL(Pattern.compile(".*/projects/view\\.xhtml\\?number=PR-.*"));
    assertThat(page.locator("h1")).hasText(title);
    isIn(page, "Proposed");
  }

  /** Other tests may have filled the department. */
  private static void start(Page page) {
    if (page.locator("#verbs\\:start").count() > 0) {
      page.click("#verbs\\:start");
    } else {
      page.locator("details.menu:has(#starting) > summary").click();
      page.fill("#starting\\:override", "The case waits for it");
      page.click("#starting\\:startAnyway");
    }
  }

  private static void addAction(Page page) {
    page.locator("#planDo details:has(#actionForm) > summary").click();
    page.fill("#actionForm\\:title", OWN);
    page.fill("#actionForm\\:deadline_input", Workday.inTwoWeeks().toString());
    page.keyboard().press("Escape");
    page.click("#actionForm\\:saveAction");
    assertThat(page.locator("#planShown")).containsText(OWN);
  }

  private static void isIn(Page page, String state) {
    assertThat(page.locator("#heading ol.path [aria-current=step]")).hasText(state);
  }
}
