package cx.slinga.web.shared;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/**
 * Ends the session here and at the identity provider, then comes back to the start page, which asks
 * for a log-in. POST only, so that no foreign page logs anybody out with a picture or a link.
 */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String home = home(request);
    String target = home;
    // read before log-out: the token goes with the session
    if (request.getAttribute(OidcSecurityContext.class.getName())
        instanceof RefreshableOidcSecurityContext oidc) {
      target =
          oidc.getOidcClientConfiguration().getLogoutUrl()
              + "?id_token_hint="
              + encoded(oidc.getIDTokenString())
              + "&post_logout_redirect_uri="
              + encoded(home);
    }
    request.logout();
    HttpSession session = request.getSession(false); // mostly ended by the log-out itself
    if (session != null) {
      session.invalidate();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", target);
  }

  private static String home(HttpServletRequest request) {
    return URI.create(request.getRequestURL().toString())
        .resolve(request.getContextPath() + "/")
        .toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
