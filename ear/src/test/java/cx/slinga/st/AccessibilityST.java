package cx.slinga.st;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen with everything on it unfolded, wide and narrow, light and dark: axe finds nothing,
 * no page scrolls sideways, no script complains.
 */
@ExtendWith(Product.Extension.class)
class AccessibilityST {
  private final Product product;

  AccessibilityST(Product product) {
    this.product = product;
  }

  @BeforeEach
  void thereIsSomethingToSee() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
  }

  @Test
  void everyScreenIsVisited() throws Exception {
    Path webapp = product.source("web/src/main/webapp");
    Set<String> visited =
        Visit.all(product.exhibits()).stream().map(Visit::screen).collect(Collectors.toSet());
    try (var files = Files.walk(webapp)) {
      List<String> forgotten =
          files
              .map(file -> webapp.relativize(file).toString())
              .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
              .filter(file -> !visited.contains(file))
              .toList();
      assertEquals(List.of(), forgotten);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
  void nothingIsFoundOnAnyScreen(int width, ColorScheme scheme) throws Exception {
    List<String> found = new ArrayList<>();
    Map<String, Page> windows = new HashMap<>();
    for (Visit visit : Visit.all(product.exhibits())) {
      Page page =
          windows.computeIfAbsent(
              visit.who(),
              who -> {
                Page opened =
                    who.equals(Visit.STRANGER)
                        ? product.stranger(width, scheme)
                        : product.browse(who, width, scheme);
                opened.onPageError(error -> found.add(opened.url() + ": " + error));
                opened.onConsoleMessage(
                    message -> {
                      if (message.type().equals("error") && !message.text().contains(" 40")) {
                        found.add(opened.url() + ": " + message.text());
                      }
                    });
                return opened;
              });
      page.navigate(product.at(visit.address()));
      visit.step().accept(page);
      found.addAll(scrollsSideways(page, visit, ""));
      page.evaluate(
          "document.querySelectorAll('main details:not(.menu)').forEach(d => d.open = true)");
      found.addAll(scrollsSideways(page, visit, " unfolded"));
      // or the bar at the top lies over what the step had scrolled to
      page.evaluate("scrollTo(0, 0)");
      found.addAll(axe(new AxeBuilder(page), visit, "", scheme));
      found.addAll(sheets(page, visit, scheme));
    }
    windows.values().forEach(page -> page.context().close());
    assertEquals("", String.join("\n", found));
  }

  /** What floats over the page, one after the other; the head's only once. */
  private static List<String> sheets(Page page, Visit visit, ColorScheme scheme) {
    List<String> found = new ArrayList<>();
    String scope = visit.address().equals("/") ? "body" : "main";
    int sheets = page.locator(scope + " details.menu").count();
    for (int i = 0; i < sheets; i++) {
      Object shown =
          page.evaluate(
              "([scope, i]) => { const all = [...document.querySelectorAll(scope + '"
                  + " details.menu')]; all.forEach(d => { d.open = false;"
                  + " d.removeAttribute('data-looked-at'); }); if (!all[i].checkVisibility())"
                  + " return null; all[i].open = true; all[i].setAttribute('data-looked-at', '');"
                  + " return all[i].querySelector('summary').innerText; }",
              List.of(scope, i));
      if (shown != null) {
        found.addAll(scrollsSideways(page, visit, " " + shown));
        found.addAll(
            axe(new AxeBuilder(page).include("[data-looked-at]"), visit, " " + shown, scheme));
      }
    }
    return found;
  }

  private static List<String> axe(AxeBuilder axe, Visit visit, String state, ColorScheme scheme) {
    // the dark only changes colours
    AxeBuilder asked =
        scheme == ColorScheme.DARK
            ? axe.setLegacyMode(true).withRules(List.of("color-contrast"))
            : axe.setLegacyMode(true)
                .withTags(
                    List.of(
                        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    return asked.analyze().getViolations().stream()
        .map(
            violation ->
                visit
                    + state
                    + ": "
                    + violation.getId()
                    + " "
                    + violation.getNodes().get(0).getHtml())
        .toList();
  }

  private static List<String> scrollsSideways(Page page, Visit visit, String state) {
    Object beyond =
        page.evaluate(
            "() => { const root = document.documentElement; if (root.scrollWidth <="
                + " root.clientWidth) return ''; const e ="
                + " [...document.querySelectorAll('body *')].filter(e =>"
                + " e.getBoundingClientRect().right > root.clientWidth + 1); return"
                + " e.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'something';"
                + " }");
    return beyond.equals("") ? List.of() : List.of(visit + state + " scrolls sideways: " + beyond);
  }
}
