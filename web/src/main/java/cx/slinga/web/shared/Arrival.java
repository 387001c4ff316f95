package cx.slinga.web.shared;

import cx.slinga.audit.Origin;
import cx.slinga.directory.DirectoryService;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;

/**
 * What is done with every request of a screen: the record learns where it came in, and somebody who
 * logs in for the first time is looked up in the directory.
 */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true)
public class Arrival implements Filter {
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Inject private Origin origin;
  @Inject private DirectoryService directory;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Principal principal = asked.getUserPrincipal();
    if (!asked.getServletPath().startsWith(RESOURCES)) {
      origin.is("web");
      if (principal != null) {
        directory.ensure(principal.getName());
      }
    }
    chain.doFilter(request, response);
  }
}
