package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, wide and narrow, light and dark, under axe. */
@ExtendWith(Product.Extension.class)
class AccessibilityST {
  private static final List<String> SCREENS =
      List.of(
          "/",
          "/cases/list.xhtml?state=active",
          "/insight/view.xhtml?survey=sfo-2018",
          "/rules/list.xhtml",
          "/rules/view.xhtml?survey=sfo-2018",
          "/rules/routing.xhtml",
          "/imports/list.xhtml",
          "/audit/list.xhtml");

  private final Product product;

  AccessibilityST(Product product) {
    this.product = product;
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
  void axeFindsNothing(int width, ColorScheme scheme) throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
    Page page = product.browse("cecilia", width, scheme);
    for (String screen : SCREENS) {
      page.navigate(product.at(screen));
      check(page, screen);
    }
    page.navigate(product.at("/cases/list.xhtml?state=active"));
    page.locator("[data-open]").first().click();
    page.waitForURL("**/cases/view.xhtml**");
    check(page, "a case");
  }

  private static void check(Page page, String screen) {
    List<String> found =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(v -> screen + ": " + v.getId() + " " + v.getNodes().get(0).getHtml())
                .toList();
    assertEquals(List.of(), found);
  }
}
