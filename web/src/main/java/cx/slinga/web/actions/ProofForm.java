package cx.slinga.web.actions;

import cx.slinga.actionplan.AddActionEvidence;
import cx.slinga.web.shared.EvidenceInput;
import java.io.IOException;
import java.util.UUID;

/** What shows that an action is done, as it is typed. */
public class ProofForm extends EvidenceInput {
  private static final long serialVersionUID = 1L;

  AddActionEvidence command(UUID action) throws IOException {
    return new AddActionEvidence(action, getNote(), getLink(), read());
  }
}
