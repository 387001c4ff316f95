package cx.slinga.web.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a browser must know about every answer: no guessing of types, no foreign frame, no address
 * of a case given away to other sites, pages with customers' words not kept in its cache. The
 * content policy of a screen carries a nonce and comes from PrimeFaces (web.xml); two policies
 * would both hold, so this filter adds one only where PrimeFaces has none.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class ResponseHeaders implements Filter {
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    String path = ((HttpServletRequest) request).getServletPath();
    if (path.startsWith(RESOURCES)) {
      answer.setHeader("Content-Security-Policy", "default-src 'none'");
    } else {
      answer.setHeader("X-Frame-Options", "DENY");
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
