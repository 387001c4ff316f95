package cx.slinga.st;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody before a screen in one of its states.
 *
 * @param screen its file in the folder of the web application
 * @param who user name, or {@link #STRANGER}
 * @param address path and parameters
 * @param step what is done there before it is looked at
 */
record Visit(String screen, String who, String address, Consumer<Page> step) {
  /** Somebody without an account. */
  static final String STRANGER = "a stranger";

  private Visit(String screen, String who, String address) {
    this(screen, who, address, page -> {});
  }

  /** A new screen is added here; one that is not, fails the test that counts them. */
  static List<Visit> all(Exhibits shown) {
    return List.of(
        new Visit("index.xhtml", "cecilia", "/"),
        new Visit("index.xhtml", "karin", "/"),
        new Visit("index.xhtml", "admin", "/"),
        new Visit(
            "index.xhtml",
            "cecilia",
            "/",
            page -> page.evaluate("document.querySelector('[data-do=keys]').click()")),
        new Visit("cases/list.xhtml", "cecilia", "/cases/list.xhtml?state=active"),
        new Visit("cases/list.xhtml", "alva", "/cases/list.xhtml"),
        new Visit("cases/list.xhtml", "cecilia", "/cases/list.xhtml?q=nothing-says-this"),
        new Visit(
            "cases/list.xhtml", "cecilia", "/cases/list.xhtml?state=active&look=" + shown.open()),
        new Visit(
            "cases/list.xhtml",
            "cecilia",
            "/cases/list.xhtml?state=active",
            page -> page.locator("[data-pick]").first().check()),
        new Visit("cases/view.xhtml", "cecilia", "/cases/view.xhtml?number=" + shown.open()),
        new Visit("cases/view.xhtml", "cecilia", "/cases/view.xhtml?number=" + shown.closed()),
        new Visit("cases/view.xhtml", "karin", "/cases/view.xhtml?number=" + shown.resolved()),
        new Visit("cases/view.xhtml", "alva", "/cases/view.xhtml?number=" + shown.resolved()),
        new Visit(
            "cases/view.xhtml",
            "cecilia",
            "/cases/view.xhtml?number=" + shown.open(),
            refused("#contactDo details:has(#contactForm)", "#contactForm\\:saveContact")),
        new Visit(
            "cases/view.xhtml",
            "karin",
            "/cases/view.xhtml?number=" + shown.open(),
            refused("#planDo details:has(#actionForm)", "#actionForm\\:saveAction")),
        new Visit("causes/list.xhtml", "cecilia", "/causes/list.xhtml"),
        new Visit("causes/list.xhtml", "cecilia", "/causes/list.xhtml?q=nothing-says-this"),
        new Visit("causes/view.xhtml", "cecilia", "/causes/view.xhtml?id=" + shown.cause()),
        new Visit("causes/view.xhtml", "alva", "/causes/view.xhtml?id=" + shown.cause()),
        new Visit("projects/list.xhtml", "cecilia", "/projects/list.xhtml"),
        new Visit("projects/list.xhtml", "alva", "/projects/list.xhtml?owner=nobody"),
        new Visit("projects/view.xhtml", "dag", "/projects/view.xhtml?number=" + shown.project()),
        new Visit("projects/view.xhtml", "alva", "/projects/view.xhtml?number=" + shown.project()),
        new Visit("projects/new.xhtml", "dag", "/projects/new.xhtml?cause=" + shown.cause()),
        new Visit(
            "projects/new.xhtml", "cecilia", "/projects/new.xhtml", pressed("#proposal\\:propose")),
        new Visit("actions/list.xhtml", "karin", "/actions/list.xhtml"),
        new Visit("actions/list.xhtml", "cecilia", "/actions/list.xhtml?state=done"),
        new Visit("actions/view.xhtml", "cecilia", "/actions/view.xhtml?id=" + shown.action()),
        new Visit("insight/view.xhtml", "cecilia", "/insight/view.xhtml?survey=sfo-2018"),
        new Visit("insight/view.xhtml", "cecilia", "/insight/view.xhtml?survey=sfo-2017"),
        new Visit("rules/list.xhtml", "cecilia", "/rules/list.xhtml"),
        new Visit("rules/view.xhtml", "cecilia", "/rules/view.xhtml?survey=sfo-2018"),
        new Visit(
            "rules/view.xhtml",
            "cecilia",
            "/rules/view.xhtml?survey=sfo-2018",
            pressed("#edit\\:try")),
        new Visit("rules/routing.xhtml", "cecilia", "/rules/routing.xhtml"),
        new Visit(
            "rules/routing.xhtml",
            "cecilia",
            "/rules/routing.xhtml",
            pressed("#edit\\:add").andThen(pressed("#edit\\:save"))),
        new Visit("imports/list.xhtml", "cecilia", "/imports/list.xhtml"),
        new Visit("imports/view.xhtml", "cecilia", "/imports/view.xhtml?id=" + shown.upload()),
        new Visit("jobs/list.xhtml", "cecilia", "/jobs/list.xhtml"),
        new Visit("jobs/view.xhtml", "cecilia", "/jobs/view.xhtml?id=" + shown.job()),
        new Visit("templates/list.xhtml", "cecilia", "/templates/list.xhtml"),
        new Visit(
            "templates/view.xhtml", "cecilia", "/templates/view.xhtml?id=" + shown.template()),
        new Visit(
            "templates/view.xhtml",
            "cecilia",
            "/templates/view.xhtml",
            pressed("#template\\:save")),
        new Visit("calendars/view.xhtml", "admin", "/calendars/view.xhtml"),
        new Visit("calendars/view.xhtml", "cecilia", "/calendars/view.xhtml"),
        new Visit("outbox/list.xhtml", "admin", "/outbox/list.xhtml?state=SENT"),
        new Visit("outbox/list.xhtml", "cecilia", "/outbox/list.xhtml?state=DEAD"),
        new Visit("people/list.xhtml", "admin", "/people/list.xhtml"),
        new Visit("people/list.xhtml", "karin", "/people/list.xhtml"),
        new Visit(
            "people/list.xhtml",
            "karin",
            "/people/list.xhtml",
            pressed("#announcement\\:announce")),
        new Visit("departments/list.xhtml", "admin", "/departments/list.xhtml"),
        new Visit("departments/list.xhtml", "admin", "/departments/list.xhtml?edit=wayfinding"),
        new Visit("departments/list.xhtml", "cecilia", "/departments/list.xhtml"),
        new Visit("journey/list.xhtml", "cecilia", "/journey/list.xhtml"),
        new Visit("journey/list.xhtml", "cecilia", "/journey/list.xhtml?stage=security"),
        new Visit("journey/list.xhtml", "cecilia", "/journey/list.xhtml?touchpoint=signs-inside"),
        new Visit("audit/list.xhtml", "alva", "/audit/list.xhtml"),
        new Visit("audit/list.xhtml", "alva", "/audit/list.xhtml?object=nothing"),
        new Visit("answer/view.xhtml", STRANGER, shown.question()),
        new Visit("answer/view.xhtml", STRANGER, shown.question(), pressed("#answer\\:send")),
        new Visit("answer/view.xhtml", STRANGER, "/answer/view.xhtml?token=guessed"),
        new Visit("cases/view.xhtml", "cecilia", "/cases/view.xhtml?number=SL-0"),
        new Visit("cases/list.xhtml", "admin", "/cases/list.xhtml"));
  }

  /** Unfolds a form and sends it empty. */
  private static Consumer<Page> refused(String details, String button) {
    return page -> {
      page.locator(details + " > summary").click();
      pressed(button).accept(page);
    };
  }

  /** Presses and waits until what was wrong, or what came of it, is shown. */
  private static Consumer<Page> pressed(String button) {
    return page -> {
      page.waitForResponse(
          answer -> answer.request().method().equals("POST"), () -> page.click(button));
      assertThat(page.locator("h1")).isVisible();
    };
  }

  @Override
  public String toString() {
    return address + " of " + who;
  }
}
