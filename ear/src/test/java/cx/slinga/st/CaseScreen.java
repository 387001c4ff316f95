package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cx.slinga.it.Workday;

/** A case's page before somebody, and what they do on it; each step ends when it is shown. */
final class CaseScreen {
  private final Page page;

  private CaseScreen(Page page) {
    this.page = page;
  }

  /** Opens it at the person's own window. */
  static CaseScreen of(Product product, String username, String number) {
    Page page = product.desk(username);
    page.navigate(product.at("/cases/view.xhtml?number=" + number));
    assertThat(page.locator("h1")).containsText(number);
    return new CaseScreen(page);
  }

  Page page() {
    return page;
  }

  /** Asserts that the case stands in this state, as the screen calls it. */
  CaseScreen isIn(String state) {
    assertThat(page.locator("#heading ol.path [aria-current=step]")).hasText(state);
    return this;
  }

  /** Asserts which points are named as missing for closing, all of them and in this order. */
  CaseScreen misses(String... points) {
    assertThat(page.locator("#missing li.n")).hasText(points);
    return this;
  }

  /** Asserts who the owner is. */
  CaseScreen isOwnedBy(String name) {
    assertThat(page.locator("#owner b.strong").first()).containsText(name);
    return this;
  }

  CaseScreen giveTo(String username) {
    unfold("#owner details:has(#assignment)");
    page.selectOption("#assignment\\:owner", username);
    page.click("#assignment\\:assign");
    return this;
  }

  CaseScreen logContact(String note) {
    unfold("#contactDo details:has(#contactForm)");
    page.selectOption("#contactForm\\:channel", "PHONE");
    page.selectOption("#contactForm\\:outcome", "REACHED");
    page.fill("#contactForm\\:note", note);
    page.click("#contactForm\\:saveContact");
    assertThat(page.locator("#contactShown")).containsText(note);
    return this;
  }

  /** Names a new cause, and why; who takes the case over is left as offered. */
  CaseScreen nameCause(String symptom, String caused, String title, String why) {
    typeCause(symptom, caused, title, why);
    page.click("#analysisForm\\:saveAnalysis");
    assertThat(page.locator("#analysisShown")).containsText(title);
    return this;
  }

  /** Fills the form of the analysis without saving. */
  CaseScreen typeCause(String symptom, String caused, String title, String why) {
    unfold("#analysisDo details:has(#analysisForm)");
    page.selectOption("#analysisForm\\:symptomTouchpoint", symptom);
    page.selectOption("#analysisForm\\:causeTouchpoint", caused);
    page.fill("#analysisForm\\:cause", title);
    page.fill("#analysisForm\\:why1", why);
    return this;
  }

  CaseScreen planAction(String title, String owner) {
    unfold("#planDo details:has(#actionForm)");
    page.fill("#actionForm\\:title", title);
    page.selectOption("#actionForm\\:owner", owner);
    page.fill("#actionForm\\:deadline_input", Workday.inTwoWeeks().toString());
    page.keyboard().press("Escape");
    page.click("#actionForm\\:saveAction");
    assertThat(page.locator("#planShown")).containsText(title);
    return this;
  }

  CaseScreen complete(String title) {
    page.locator("#planShown li")
        .filter(new Locator.FilterOptions().setHasText(title))
        .locator("button")
        .first()
        .click();
    assertThat(
            page.locator("#planShown .done-t")
                .filter(new Locator.FilterOptions().setHasText(title)))
        .hasCount(1);
    return this;
  }

  CaseScreen resolve() {
    page.click("#verdict\\:resolve");
    return isIn("Resolved");
  }

  CaseScreen close() {
    page.click("#verdict\\:close");
    return isIn("Closed");
  }

  CaseScreen reopen(String reason) {
    unfold("details.menu:has(#reopening)");
    page.fill("#reopening\\:reason", reason);
    page.click("#reopening\\:reopenIt");
    return isIn("Reopened");
  }

  private void unfold(String details) {
    page.locator(details + " > summary").click();
  }
}
