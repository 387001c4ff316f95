package cx.slinga.web.cases;

import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.DismissalReason;
import cx.slinga.cases.GateService;
import cx.slinga.security.Roles;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What is done with a case as a whole: resolve, close, take up again, dismiss. */
@Named
@ViewScoped
public class VerdictPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseService caseService;
  @Inject private GateService gate;
  @Inject private CaseWords caseWords;

  private VerdictForm form = new VerdictForm();

  /** It is solved for the customer. */
  public void resolve() {
    casePage.done(
        said("resolved"),
        () -> caseService.resolve(casePage.getNumber(), casePage.getSeenVersion()),
        "planDo");
  }

  /** Ends the follow-up; refused while anything is missing. */
  public void close() {
    end("closed", () -> caseService.close(casePage.getNumber(), casePage.getSeenVersion()));
  }

  /** Takes the case up again. */
  public void reopen() {
    end(
        "reopened",
        () ->
            caseService.reopen(casePage.getNumber(), casePage.getSeenVersion(), form.getReason()));
  }

  /** Ends the follow-up of what is no complaint. */
  public void dismiss() {
    DismissalReason reason = form.getDismissal();
    if (reason == null) {
      throw new IllegalStateException("the form requires a reason");
    }
    end(
        "dismissed",
        () ->
            caseService.dismiss(
                casePage.getNumber(), casePage.getSeenVersion(), reason, form.getNote()));
  }

  private void end(String said, Runnable verb) {
    if (casePage.done(said(said), verb, "contactDo", "analysisDo", "planDo")) {
      form = new VerdictForm();
    }
  }

  private String said(String verb) {
    return caseWords.say("said." + verb, casePage.getNumber());
  }

  /** Why a case is not followed up. */
  public DismissalReason[] getDismissals() {
    return DismissalReason.values();
  }

  // what this person may do: it hides, the service protects

  /** Say that it is no complaint. */
  public boolean isDismiss() {
    return casePage.steers();
  }

  /** Say that it is solved. */
  public boolean isResolve() {
    return casePage.works() && casePage.getRow().state().isActive();
  }

  /** What resolving still needs, in words; empty when it may be resolved. */
  public List<String> getMissingForResolving() {
    return casePage.getRow().missingForResolving().stream()
        .map(point -> caseWords.message("resolving." + point))
        .toList();
  }

  /** Close: offered once it is resolved. */
  public boolean isClose() {
    return casePage.caller().is(Roles.CX_OWNER) && casePage.getRow().state() == CaseState.RESOLVED;
  }

  /** Whether somebody else has to close it, because the reader resolved it. */
  public boolean isOwnResolving() {
    return isClose() && !casePage.once("mayClose", () -> gate.mayClose(casePage.getNumber()));
  }

  /** Take up again. */
  public boolean isReopen() {
    return casePage.caller().is(Roles.CX_OWNER) && !casePage.getRow().state().isActive();
  }

  public VerdictForm getForm() {
    return form;
  }
}
