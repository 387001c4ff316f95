package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Choosing among the known causes: they say why they suggest themselves, and any can be found. */
@ExtendWith(Product.Extension.class)
class CauseChoiceST {
  private final Product product;

  CauseChoiceST(Product product) {
    this.product = product;
  }

  @Test
  void aCauseOfTheSameTouchpointSaysSoAndIsLinkedAtOnce() throws Exception {
    String title = known("signs-inside");
    Complaint complaint = Complaint.about(product, "signs-inside");
    Page page = choosing("karin", complaint);
    Locator choice = choice(page, title);
    assertThat(choice).containsText("same touchpoint");
    assertThat(choice).containsText("Suspected");
    assertThat(choice).containsText("Wayfinding");
    choice.locator("button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#analysisShown")).containsText(title);
  }

  @Test
  void beforeACaseGoesToAnotherDepartmentItIsAskedAndAfterwardsNoFormIsLeft() throws Exception {
    String title = known("shops");
    Complaint complaint = Complaint.about(product, "signs-inside");
    Page page = choosing("karin", complaint);
    page.fill("#noteForm\\:note", "Not saved yet");
    page.fill("#causeForm\\:search", title);
    page.keyboard().press("Enter");
    choice(page, title).locator("button").click();
    Locator question = page.locator("#causeForm .ask");
    assertThat(question).containsText("Food & retail");
    assertThat(question).containsText("You keep seeing it.");
    assertThat(question).isFocused();
    assertEquals("OPEN", complaint.read().getString("state"));

    page.click("#causeForm\\:give");
    assertThat(page.locator("#analysisShown")).containsText(title);
    assertThat(page.locator("#owner b.strong").first()).containsText("Kirsten");
    assertThat(page.locator("#noteForm")).hasCount(0);
    assertThat(page.locator("#contactForm")).hasCount(0);
  }

  /** A cause of that touchpoint that some other case has named; its title. */
  private String known(String touchpoint) throws Exception {
    String title = "Known cause " + System.nanoTime();
    Complaint other = Complaint.about(product, touchpoint);
    CaseScreen.of(product, "cecilia", other.number()).nameCause(touchpoint, touchpoint, title, "");
    return title;
  }

  private Page choosing(String who, Complaint complaint) {
    Page page = CaseScreen.of(product, who, complaint.number()).page();
    page.locator("#analysisDo details:has(#causeForm) > summary").click();
    return page;
  }

  private static Locator choice(Page page, String title) {
    return page.locator("#causeForm .choices li")
        .filter(new Locator.FilterOptions().setHasText(title))
        .first();
  }
}
