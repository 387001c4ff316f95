package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused is said at its field, and stands there still. */
@ExtendWith(Product.Extension.class)
class RefusedInputST {
  private final Product product;

  RefusedInputST(Product product) {
    this.product = product;
  }

  @Test
  void aNoteThatIsTooLongStaysInItsField() throws Exception {
    Page page = open("#contactDo details:has(#contactForm)");
    String note = "<b>الخدمة</b> 👋 ".repeat(6_000);
    page.selectOption("#contactForm\\:channel", "PHONE");
    page.selectOption("#contactForm\\:outcome", "REACHED");
    page.fill("#contactForm\\:note", note);
    page.click("#contactForm\\:saveContact");
    assertThat(page.locator("#contactForm\\:note_message")).containsText("20,000");
    assertThat(page.locator("#contactForm\\:note")).hasValue(note);
    assertThat(page.locator("#contactShown")).not().containsText("👋");
  }

  @Test
  void aDayThatIsNoneStaysInItsFieldBesideTheRest() throws Exception {
    Page page = open("#planDo details:has(#actionForm)");
    page.fill("#actionForm\\:title", "Put the sign back");
    page.fill("#actionForm\\:deadline_input", "31/02/2026");
    page.keyboard().press("Escape");
    page.click("#actionForm\\:saveAction");
    Locator message = page.locator("#actionForm\\:deadline_message");
    assertThat(message).not().isEmpty();
    assertThat(page.locator("#actionForm\\:deadline_input")).hasValue("31/02/2026");
    assertThat(page.locator("#actionForm\\:title")).hasValue("Put the sign back");
  }

  private Page open(String details) throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    Page page = CaseScreen.of(product, "cecilia", complaint.number()).page();
    page.locator(details + " > summary").click();
    return page;
  }
}
