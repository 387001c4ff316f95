package cx.slinga.web.actions;

import cx.slinga.actionplan.ActionEvidenceQueries;
import cx.slinga.evidence.EvidenceFile;
import cx.slinga.security.Visibility;
import cx.slinga.web.shared.EvidenceServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;

/** What shows that an action is done. */
@WebServlet("/actions/evidence")
public class ActionEvidenceServlet extends EvidenceServlet {
  private static final long serialVersionUID = 1L;

  @Inject private ActionEvidenceQueries queries;

  @Override
  protected String subject() {
    return "action";
  }

  @Override
  protected EvidenceFile file(Visibility visibility, UUID of, UUID id) {
    return queries.file(visibility, of, id);
  }
}
