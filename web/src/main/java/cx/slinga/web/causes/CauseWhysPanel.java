package cx.slinga.web.causes;

import cx.slinga.rootcause.CauseAnalysisService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The chain of whys. */
@Named
@ViewScoped
public class CauseWhysPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CausePage causePage;
  @Inject private CauseAnalysisService service;

  private @Nullable WhysForm form;

  /** Keeps the chain of whys, and makes room for the next. */
  public void save() {
    WhysForm typed = getForm();
    if (causePage.done(
        "whys",
        () -> service.saveWhys(causePage.key(), causePage.seenVersion(), typed.chain()),
        "whysPart",
        "evidencePart")) {
      begin();
      PrimeFaces.current().focus("whysForm:why" + getForm().getSize());
    }
  }

  /** Begins with the whys as they are kept. */
  void begin() {
    form = null;
  }

  /** What is typed; it begins with the whys that are kept. */
  public WhysForm getForm() {
    WhysForm typed = form;
    if (typed == null) {
      typed = new WhysForm(causePage.getDetails().whys());
      form = typed;
    }
    return typed;
  }
}
