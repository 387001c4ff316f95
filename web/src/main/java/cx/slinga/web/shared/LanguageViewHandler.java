package cx.slinga.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;

/** Gives each new view the person's language: the menu's choice, else the browser's wish. */
public class LanguageViewHandler extends ViewHandlerWrapper {
  public LanguageViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    ExternalContext external = context.getExternalContext();
    Cookie cookie = (Cookie) external.getRequestCookieMap().get(Languages.COOKIE);
    return Languages.choose(
        Optional.ofNullable(cookie).map(Cookie::getValue), external.getRequestLocales());
  }
}
