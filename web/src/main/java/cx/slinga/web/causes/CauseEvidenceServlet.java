package cx.slinga.web.causes;

import cx.slinga.evidence.EvidenceFile;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.security.Visibility;
import cx.slinga.web.shared.EvidenceServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;

/** What shows that a why or a branch of a cause is true. */
@WebServlet("/causes/evidence")
public class CauseEvidenceServlet extends EvidenceServlet {
  private static final long serialVersionUID = 1L;

  @Inject private CauseQueries queries;

  @Override
  protected String subject() {
    return "cause";
  }

  @Override
  protected EvidenceFile file(Visibility visibility, UUID of, UUID id) {
    return queries.file(visibility, of, id);
  }
}
