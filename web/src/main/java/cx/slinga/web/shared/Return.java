package cx.slinga.web.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings somebody who had to log in to the address they asked for, parameters included: a link in a
 * mail, a bookmark, a page whose session had ended. The address waits in a cookie which
 * undertow-handlers.conf sets before the log-in; here nobody arrives without one.
 */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
public class Return implements Filter {
  private static final String COOKIE = "slinga-return=";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (asked.getMethod().equals("GET") && asked.getUserPrincipal() != null) {
      Enumeration<String> cookies = asked.getHeaders("Cookie");
      Optional<String> waiting =
          Collections.list(cookies).stream().flatMap(Return::waiting).findFirst();
      if (waiting.isPresent() || asked.getQueryString() != null) {
        answer.addHeader("Set-Cookie", COOKIE + "; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
      }
      String target = target(asked.getRequestURI(), asked.getQueryString(), waiting.orElse(""));
      if (target != null) {
        answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
        answer.setHeader("Location", target);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The waiting address, if it is this very page with parameters that were lost on the way. */
  static @Nullable String target(String path, @Nullable String query, String waiting) {
    return query == null && waiting.startsWith(path + "?") ? waiting : null;
  }

  private static Stream<String> waiting(String header) {
    // read by hand: the server cuts a cookie's value at its first equals sign
    return Arrays.stream(header.split(";"))
        .map(String::strip)
        .filter(c -> c.startsWith(COOKIE))
        .map(c -> c.substring(COOKIE.length()));
  }
}
