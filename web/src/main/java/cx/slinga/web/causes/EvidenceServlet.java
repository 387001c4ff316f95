package cx.slinga.web.causes;

import cx.slinga.audit.Origin;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.EvidenceFile;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.shared.Attachment;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** A file that is evidence: kept to be saved, never to be shown as a page of ours. */
@WebServlet("/causes/evidence")
public class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private CauseQueries queries;
  @Inject private CurrentUser currentUser;
  @Inject private Origin origin;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    origin.is("web");
    try {
      EvidenceFile file =
          queries.file(currentUser.get().cases(), id(request, "cause"), id(request, "id"));
      Attachment.send(response, file);
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
}
