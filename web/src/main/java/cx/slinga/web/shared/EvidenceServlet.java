package cx.slinga.web.shared;

import cx.slinga.audit.Origin;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A file that somebody gave us as evidence: handed out to be saved, never to be shown as a page of
 * ours. What one may not see is not found.
 */
public abstract class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private CurrentUser currentUser;
  @Inject private Origin origin;

  /**
   * The file with the id, of what it is evidence for.
   *
   * @param of what the address names as its subject
   */
  protected abstract EvidenceFile file(Visibility visibility, UUID of, UUID id);

  /** The parameter of the address that names what it is evidence for. */
  protected abstract String subject();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    origin.is("web");
    try {
      send(response, file(currentUser.get().cases(), id(request, subject()), id(request, "id")));
    } catch (EJBAccessException notAllowed) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (BusinessException | IllegalArgumentException unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static UUID id(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return UUID.fromString(value == null ? "" : value);
  }

  private static void send(HttpServletResponse response, EvidenceFile file) throws IOException {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    response.setContentType(file.mediaType());
    response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
  }
}
