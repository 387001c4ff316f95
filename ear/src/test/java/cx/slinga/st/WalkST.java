package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import cx.slinga.it.Workday;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The product as a person meets it: log in, import, work a case to closed, take it away. */
@ExtendWith(Product.Extension.class)
class WalkST {
  private final Product product;

  WalkST(Product product) {
    this.product = product;
  }

  @Test
  void aSurveyFileIsImportedOnTheScreen(@TempDir Path folder) throws Exception {
    Path few = firstLines(product.demoFile("sfo-2018.csv"), 6, folder.resolve("few.csv"));
    Page page = product.browse("cecilia");
    page.navigate(product.at("/imports/list.xhtml"));
    page.selectOption("#import\\:survey", "sfo-2018");
    page.setInputFiles("input[type=file]", few);
    page.click("#import\\:start");
    page.waitForURL(Pattern.compile(".*/imports/view\\.xhtml.*"));
    Locator read = page.locator("#job\\:state dd").first();
    assertThat(read).hasText("5", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }

  @Test
  void aFileThatIsNoSurveyIsRefusedBesideItsField(@TempDir Path folder) throws Exception {
    Path picture =
        Files.write(
            folder.resolve("photo.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 0, 0});
    Page page = product.browse("cecilia");
    page.navigate(product.at("/imports/list.xhtml"));
    page.selectOption("#import\\:survey", "sfo-2018");
    page.setInputFiles("input[type=file]", picture);
    page.click("#import\\:start");
    assertThat(page.locator("#import\\:file_message")).not().isEmpty();
    assertTrue(page.url().contains("/imports/list.xhtml"), page.url());
  }

  @Test
  void aCaseIsWorkedToClosedByThoseWhoMay() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
    String number =
        product
            .get("cecilia", "/cases?limit=1&state=open&owner=karin")
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("number");

    Page karin = product.browse("karin");
    open(karin, number);
    assertThat(karin.locator("#verdict\\:resolve")).isDisabled();
    unfold(karin, "#contactDo");
    karin.click("#contactForm\\:saveContact");
    assertThat(karin.locator("#contactForm\\:channel_message")).not().isEmpty();
    assertThat(karin.locator("#contactForm\\:outcome_message")).not().isEmpty();
    karin.selectOption("#contactForm\\:channel", "PHONE");
    karin.selectOption("#contactForm\\:outcome", "REACHED");
    karin.fill("#contactForm\\:note", "Will fly again <script>alert(1)</script>");
    karin.click("#contactForm\\:saveContact");
    assertThat(karin.locator("#contactShown")).containsText("<script>alert(1)</script>");

    karin.locator("#analysisDo details:has(#analysisForm) > summary").click();
    karin.selectOption("#analysisForm\\:symptomTouchpoint", "signs-roads");
    karin.selectOption("#analysisForm\\:causeTouchpoint", "signs-inside");
    karin.fill("#analysisForm\\:cause", "Terminal and gate are hard to find");
    karin.click("#analysisForm\\:saveAnalysis");
    assertThat(karin.locator("#analysisShown")).containsText("Terminal and gate are hard to find");

    unfold(karin, "#planDo");
    karin.fill("#actionForm\\:title", "New sign at the kerb");
    karin.selectOption("#actionForm\\:owner", "karin");
    karin.fill("#actionForm\\:deadline_input", Workday.inTwoWeeks().toString());
    karin.keyboard().press("Escape");
    karin.click("#actionForm\\:saveAction");
    assertThat(karin.locator("#planShown")).containsText("New sign at the kerb");
    karin.locator("#planShown button").first().click();
    assertThat(karin.locator("#planShown .done-t")).hasCount(1);

    assertThat(karin.locator("#verdict\\:close")).hasCount(0);
    karin.click("#verdict\\:resolve");
    assertThat(karin.locator("#verdict\\:resolve")).hasCount(0);

    Page cecilia = product.browse("cecilia");
    open(cecilia, number);
    cecilia.click("#verdict\\:close");
    assertThat(cecilia.locator("#verdict\\:close")).hasCount(0);
    assertTrue(product.get("alva", "/cases/" + number).toString().contains("\"CLOSED\""));
  }

  @Test
  void whoSavesSecondSeesWhoWasFasterAndKeepsBoth() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
    String number =
        product
            .get("cecilia", "/cases?limit=2&state=open&owner=karin&sort=opened_oldest")
            .getJsonArray("items")
            .getJsonObject(1)
            .getString("number");
    Page karin = product.browse("karin");
    open(karin, number);
    unfold(karin, "#contactDo");
    karin.selectOption("#contactForm\\:channel", "PHONE");
    karin.selectOption("#contactForm\\:outcome", "REACHED");
    karin.fill("#contactForm\\:note", "Typed by Karin");
    product.call(
        "cecilia",
        "POST",
        "/cases/" + number + "/contact",
        "application/json",
        "{\"channel\":\"EMAIL\",\"outcome\":\"NO_ANSWER\"}");
    karin.click("#contactForm\\:saveContact");
    assertThat(karin.locator("#meanwhile")).containsText("Cecilia");
    assertThat(karin.locator("#contactForm\\:note")).hasValue("Typed by Karin");
    karin.click("#meanwhile button");
    assertThat(karin.locator("#contactShown")).containsText("Typed by Karin");
    assertThat(karin.locator("#meanwhile section")).hasCount(0);
  }

  @Test
  void theAuditorSeesTheCaseWithoutASingleButtonThatWrites() throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
    Page alva = product.browse("alva");
    alva.navigate(product.at("/cases/list.xhtml?state=active"));
    alva.locator("[data-open]").first().click();
    assertThat(alva.locator("h1")).isVisible();
    assertEquals(
        0,
        alva.locator("main form:not(#timelineForm)").count(),
        "forms on the auditor's case: " + alva.url());
  }

  @Test
  void theListKeepsItsFilterInTheAddressAndGoesIntoAWorkbook(@TempDir Path folder)
      throws Exception {
    SurveyImport.of(product, product.demoFile("sfo-2018.csv"), "sfo-2018");
    Page page = product.browse("cecilia");
    page.navigate(product.at("/cases/list.xhtml?department=wayfinding&sort=score_lowest"));
    page.reload();
    assertTrue(page.url().contains("department=wayfinding"));
    Download workbook = page.waitForDownload(() -> page.locator("a:has(.pi-file-excel)").click());
    Path file = folder.resolve("list.xlsx");
    Files.copy(workbook.path(), file, StandardCopyOption.REPLACE_EXISTING);
    assertEquals('P', Files.readAllBytes(file)[0]);
  }

  @Test
  void theScreensSpeakFourLanguages() {
    Page page = product.browse("cecilia");
    for (List<String> said :
        List.of(
            List.of("sv", "Ärenden"),
            List.of("da", "Sager"),
            List.of("no", "Saker"),
            List.of("en", "Cases"))) {
      page.navigate(product.at("/cases/list.xhtml"));
      page.locator("details.menu summary.langs").click();
      page.locator("details.menu [data-language=" + said.get(0) + "]").click();
      assertThat(page.locator("h1")).hasText(said.get(1));
    }
  }

  @Test
  void loggingOutEndsTheSessionAtTheIdentityProviderToo() {
    Page page = product.browse("kjell");
    page.locator("summary.me").click();
    page.locator("#logout button").click();
    page.navigate(product.at("/"));
    assertThat(page.locator("#username")).isVisible();
  }

  @Test
  void theStartPageWorksOnAPhoneInTheDark() {
    Page page = product.browse("dag", 390, ColorScheme.DARK);
    assertThat(page.locator("nav.tabbar")).isVisible();
    assertEquals(
        true,
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
  }

  private void open(Page page, String number) {
    page.navigate(product.at("/cases/view.xhtml?number=" + number));
  }

  private static void unfold(Page page, String part) {
    page.locator(part + " details > summary").first().click();
  }

  private static Path firstLines(Path file, int count, Path to) throws Exception {
    try (var lines = Files.lines(file)) {
      return Files.write(to, lines.limit(count).toList());
    }
  }
}
