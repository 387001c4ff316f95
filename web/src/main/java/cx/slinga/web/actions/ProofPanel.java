package cx.slinga.web.actions;

import cx.slinga.actionplan.ActionEvidenceQueries;
import cx.slinga.actionplan.ActionEvidenceRow;
import cx.slinga.actionplan.ActionEvidenceService;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.security.CurrentUser;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** What shows what became of an action. */
@Named
@ViewScoped
public class ProofPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ActionsView actionsView;
  @Inject private ActionEvidenceService service;
  @Inject private ActionEvidenceQueries queries;
  @Inject private CurrentUser currentUser;
  @Inject private ActionWords actionWords;

  private ProofForm form = new ProofForm();
  private transient @Nullable List<ActionEvidenceRow> all;
  private transient @Nullable ActionRow allOf;

  /** Adds evidence. */
  public void add() throws IOException {
    service.add(form.command(actionsView.uuid()));
    form = new ProofForm();
    shown("said.proved");
  }

  /** Takes evidence away. */
  public void remove(ActionEvidenceRow row) {
    service.remove(actionsView.uuid(), row.id());
    shown("said.unproved");
  }

  private void shown(String said) {
    all = null;
    String text = actionWords.say(said, actionsView.getRow().title());
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    PrimeFaces.current().ajax().update("proofPart");
  }

  /** All of it, in the order of its adding. */
  public List<ActionEvidenceRow> getAll() {
    List<ActionEvidenceRow> known = all;
    ActionRow now = actionsView.getRow();
    if (known == null || !now.equals(allOf)) {
      known = queries.of(currentUser.get().cases(), now.id());
      all = known;
      allOf = now;
    }
    return known;
  }

  /** Whether this person may add to it and take away; it hides, the service protects. */
  public boolean isEdit() {
    return actionsView.isMine();
  }

  public ProofForm getForm() {
    return form;
  }
}
