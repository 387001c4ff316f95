package cx.slinga.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How this person wants the screens: light or dark, menu folded, keys on. The choices are the
 * device's, so they live in cookies that slinga.js writes and the server renders: nothing flashes,
 * and no script stands in the page.
 */
@Named
@RequestScoped
public class Look {
  @Inject private HttpServletRequest request;

  /** {@code light}, {@code dark} or {@code auto}: as the device. */
  public String getTheme() {
    return oneOf("slinga-theme", "auto", "light", "dark");
  }

  /** {@code open} or {@code folded}. */
  public String getSide() {
    return oneOf("slinga-side", "open", "folded");
  }

  /** {@code on} or {@code off}: single-letter shortcuts. */
  public String getKeys() {
    return oneOf("slinga-keys", "on", "off");
  }

  /** The page's language as HTML wants it. */
  public String getHtmlLanguage() {
    String language = getLanguage();
    return language.equals("no") ? "nb" : language;
  }

  /** Code of the screens' language, one of {@link Languages#CODES}. */
  public String getLanguage() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
  }

  /** All languages of the menu. */
  public List<String> getLanguages() {
    return Languages.CODES;
  }

  private String oneOf(String cookie, String otherwise, String... others) {
    return value(request.getCookies(), cookie)
        .filter(Arrays.asList(others)::contains)
        .orElse(otherwise);
  }

  private static Optional<String> value(Cookie @Nullable [] cookies, String name) {
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(c -> c.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
