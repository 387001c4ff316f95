package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed into one panel stays while another one is saved or shown otherwise. */
@ExtendWith(Product.Extension.class)
class TypedTextST {
  private final Product product;

  TypedTextST(Product product) {
    this.product = product;
  }

  @Test
  void noteAndContactStayWhileAnActionIsSavedAndTheTimelineIsNarrowed() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    CaseScreen screen = CaseScreen.of(product, "karin", complaint.number());
    Page page = screen.page();
    page.fill("#noteForm\\:note", "Half a note");
    page.locator("#contactDo details:has(#contactForm) > summary").click();
    page.selectOption("#contactForm\\:channel", "PHONE");
    page.fill("#contactForm\\:note", "Half a contact");

    screen.planAction("Order the sign", "karin");
    stays(page);
    assertThat(page.locator("#timeline")).containsText("Order the sign");

    page.locator("#timelineForm a").nth(2).click();
    assertThat(page.locator("#timeline")).not().containsText("Order the sign");
    stays(page);
    assertTrue(page.url().contains("timeline=clocks"), page.url());
    page.locator("#timelineForm a").first().click();
    assertThat(page.locator("#timeline")).containsText("Order the sign");
    stays(page);

    page.click("#noteForm\\:addNote");
    assertThat(page.locator("#timeline")).containsText("Half a note");
    assertThat(page.locator("#contactForm\\:note")).hasValue("Half a contact");
  }

  private static void stays(Page page) {
    assertThat(page.locator("#noteForm\\:note")).hasValue("Half a note");
    assertThat(page.locator("#contactForm\\:channel")).hasValue("PHONE");
    assertThat(page.locator("#contactForm\\:note")).hasValue("Half a contact");
    assertThat(page.locator("#contactForm\\:note")).isVisible();
  }

  @Test
  void theRulesOfTheGateAndTheTimesOfRemindersAreSavedEachAlone() {
    Page page = product.desk("cecilia");
    page.navigate(product.at("/calendars/view.xhtml"));
    Locator days = page.locator("#gate\\:coolDownDays");
    Locator head = page.locator("#reminders\\:head");
    String daysBefore = days.inputValue();
    String headBefore = head.inputValue();
    try {
      head.fill("7");
      days.fill("91");
      page.click("#gate\\:saveGate");
      assertThat(page.locator(".ui-growl-message").last()).containsText("rules for closing");
      assertThat(head).hasValue("7");

      page.click("#reminders\\:saveReminders");
      assertThat(page.locator(".ui-growl-message").last()).containsText("Reminders go out");
      page.navigate(product.at("/calendars/view.xhtml"));
      assertThat(days).hasValue("91");
      assertThat(head).hasValue("7");
    } finally {
      page.navigate(product.at("/calendars/view.xhtml"));
      days.fill(daysBefore);
      page.click("#gate\\:saveGate");
      assertThat(page.locator(".ui-growl-message").last()).containsText("rules for closing");
      head.fill(headBefore);
      page.click("#reminders\\:saveReminders");
      assertThat(page.locator(".ui-growl-message").last()).containsText("Reminders go out");
    }
  }
}
