package cx.slinga.web.causes;

import cx.slinga.rootcause.CauseAnalysisService;
import cx.slinga.rootcause.EvidenceRow;
import cx.slinga.rootcause.Why;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What shows that the cause is one. */
@Named
@ViewScoped
public class CauseEvidencePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CausePage causePage;
  @Inject private CauseAnalysisService service;
  @Inject private CauseWords causeWords;

  private EvidenceForm form = new EvidenceForm();

  /** Adds evidence. */
  public void add() throws IOException {
    var command = form.command(causePage.key(), causePage.seenVersion());
    if (causePage.done(
        "evidence", () -> service.addEvidence(command), "evidencePart", "whysPart")) {
      form = new EvidenceForm();
    }
  }

  /** Takes evidence away. */
  public void remove(EvidenceRow row) {
    causePage.done(
        "evidence.removed",
        () -> service.removeEvidence(causePage.key(), causePage.seenVersion(), row.id()),
        "evidencePart",
        "whysPart");
  }

  /** Evidence of a why. */
  public List<EvidenceRow> of(UUID why) {
    return causePage.getDetails().evidence().stream()
        .filter(one -> why.equals(one.whyId()))
        .toList();
  }

  /** What a piece of evidence shows, in words; empty for the cause as such. */
  public String shows(EvidenceRow row) {
    if (row.whyId() != null) {
      List<Why> chain = causePage.getDetails().whys();
      for (int i = 0; i < chain.size(); i++) {
        if (row.whyId().equals(chain.get(i).id())) {
          return causeWords.say("why.n", i + 1);
        }
      }
    }
    return causePage.getTree().stream()
        .filter(node -> node.id().equals(row.nodeId()))
        .map(causeWords::node)
        .findFirst()
        .orElse("");
  }

  public EvidenceForm getForm() {
    return form;
  }
}
