package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads everything and writes nothing. */
@ExtendWith(Product.Extension.class)
class AuditorST {
  /** What could change something: a control of a form that is sent, or a widget's button. */
  private static final String WRITES =
      "main form[method=post]:not(#timelineForm) :is(button:not(.more-words), select, textarea,"
          + " input:not([type=hidden])), main .ui-button, main form:not([method=get])"
          + " input[type=checkbox]";

  private final Product product;

  AuditorST(Product product) {
    this.product = product;
  }

  @Test
  void noScreenHasAButtonThatWrites() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin");
    Page alva = product.desk("alva");
    alva.navigate(product.at("/"));
    List<String> places = new ArrayList<>(links(alva, "#side .nav a"));
    places.add("/cases/view.xhtml?number=" + complaint.number());
    alva.navigate(product.at("/cases/view.xhtml?number=" + complaint.number()));
    places.addAll(links(alva, "#planShown a[href*='/actions/view']"));
    places.addAll(links(alva, "#analysisShown a[href*='/causes/view']"));
    for (String place : places) {
      int status = alva.navigate(product.at(place)).status();
      assertEquals(200, status, place);
      assertThat(alva.locator("h1")).isVisible();
      assertEquals(0, alva.locator(WRITES).count(), place);
    }
    assertEquals(
        List.of("work", "cases", "causes", "actions", "projects", "insight", "audit"),
        places.stream().limit(7).map(AuditorST::place).toList());
  }

  @Test
  void theRecordShowsAllThatWasDone() throws Exception {
    Complaint complaint = Complaint.about(product, "signs-inside").resolvedBy("karin").closed();
    Page alva = product.desk("alva");
    alva.navigate(product.at("/audit/list.xhtml"));
    alva.fill("#filter-object", complaint.number());
    alva.click("#filter button[type=submit]");
    for (String verb :
        List.of("opened", "contacted", "analysed", "plan-changed", "resolved", "closed")) {
      assertThat(alva.locator("main table")).containsText("case." + verb);
    }
    assertThat(alva.locator("main tbody tr:has-text('case.closed') td").nth(1))
        .containsText("cecilia");
  }

  private static List<String> links(Page page, String selector) {
    return page.locator(selector).all().stream().map(a -> a.getAttribute("href")).toList();
  }

  private static String place(String path) {
    return path.equals("/index.xhtml") ? "work" : path.split("/")[1];
  }
}
