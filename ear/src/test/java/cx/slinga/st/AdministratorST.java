package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps the house: people, rules, calendars and imports, and not a customer's word. */
@ExtendWith(Product.Extension.class)
class AdministratorST {
  private final Product product;

  AdministratorST(Product product) {
    this.product = product;
  }

  @Test
  void theMenuOffersWhatTheHouseNeedsAndEachPlaceOpens() {
    Page admin = product.desk("admin");
    admin.navigate(product.at("/"));
    List<String> places =
        admin.locator("#side .nav a").all().stream().map(a -> a.getAttribute("href")).toList();
    for (String place :
        List.of("rules", "imports", "templates", "calendars", "outbox", "people", "departments")) {
      assertEquals(1, places.stream().filter(p -> p.startsWith("/" + place + "/")).count(), place);
    }
    for (String place : places) {
      assertEquals(200, admin.navigate(product.at(place)).status(), place);
      assertThat(admin.locator("h1")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases/list.xhtml",
        "/causes/list.xhtml",
        "/actions/list.xhtml",
        "/insight/view.xhtml",
        "/audit/list.xhtml"
      })
  void whatCustomersSayIsNotForAdministrators(String screen) {
    Page admin = product.desk("admin");
    assertEquals(403, admin.navigate(product.at(screen)).status());
    assertThat(admin.locator("h1")).isVisible();
  }

  @Test
  void aDepartmentIsAddedAndClosedAndTwiceTheSameKeyIsRefusedAtItsField() {
    String key = "d-" + UUID.randomUUID();
    Page admin = product.desk("admin");
    addDepartment(admin, key, "Lost & found <b>");
    assertThat(admin.locator("tr[data-row='" + key + "']")).containsText("Lost & found <b>");

    addDepartment(admin, key, "Found & lost");
    assertThat(admin.locator("#department-form\\:key_message")).not().isEmpty();
    assertThat(admin.locator("#department-form\\:name")).hasValue("Found & lost");

    admin.locator("tr[data-row='" + key + "'] a").first().click();
    admin.uncheck("#department-form\\:open");
    admin.click("#department-form\\:save");
    assertThat(admin.locator("tr[data-row='" + key + "']")).containsText("Closed");
  }

  @Test
  void aTemplateIsWrittenTriedOutAndKept() {
    String name = "Sorry " + UUID.randomUUID();
    Page admin = product.desk("admin");
    admin.navigate(product.at("/templates/view.xhtml"));
    admin.fill("#template\\:name", name);
    admin.fill("#template\\:subject", "About your case");
    admin.fill("#template\\:body", "Dear {customer}, the sign is up.");
    admin.click("#template\\:tryOut");
    assertThat(admin.locator("#previewed .letter")).containsText("the sign is up");
    admin.click("#template\\:save");
    assertThat(admin.locator("h1")).hasText("Templates");
    assertThat(admin.locator("main table")).containsText(name);
  }

  @Test
  void aHandOverSaysWhatMovesBeforeAnythingDoes() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside");
    String owner = complaint.read().getString("ownerUsername");
    Page admin = product.desk("admin");
    admin.navigate(product.at("/people/list.xhtml"));
    admin.selectOption("#handing\\:leaver", owner);
    admin.click("#handing\\:handOver");
    assertThat(admin.locator("#hand-over-means")).containsText("go from");
    assertThat(admin.locator("#handing\\:everything")).isVisible();
    admin.click("#handing\\:nothing");
    assertThat(admin.locator("#handing\\:leaver")).hasValue(owner);
    assertEquals(owner, complaint.read().getString("ownerUsername"));
  }

  private void addDepartment(Page admin, String key, String name) {
    admin.navigate(product.at("/departments/list.xhtml"));
    admin.fill("#department-form\\:key", key);
    admin.fill("#department-form\\:name", name);
    admin.click("#department-form\\:save");
  }
}
