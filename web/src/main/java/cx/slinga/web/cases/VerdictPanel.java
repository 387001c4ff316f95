package cx.slinga.web.cases;

import cx.slinga.cases.CaseService;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.DismissalReason;
import cx.slinga.cases.GateService;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done with a case as a whole: give, resolve, close, take up again, dismiss. */
@Named
@ViewScoped
public class VerdictPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseService caseService;
  @Inject private GateService gate;
  @Inject private OrganisationQueries organisation;
  @Inject private CaseWords caseWords;

  private VerdictForm form = new VerdictForm();

  /** Gives the case to another owner. */
  public void assign() {
    String to = form.getOwner(casePage.getRow().ownerUsername());
    casePage.done(
        said("assigned"),
        () -> caseService.assign(casePage.getNumber(), casePage.getSeenVersion(), to));
  }

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

  /** To whom this person may give the case: a head gives within the own departments. */
  public List<PersonRow> getNewOwners() {
    Caller caller = casePage.caller();
    if (caller.is(Roles.CX_OWNER)) {
      return casePage.getPeople();
    }
    Set<String> own =
        organisation.departments().stream()
            .filter(department -> caller.departments().contains(department.id()))
            .map(DepartmentRow::name)
            .collect(Collectors.toSet());
    return casePage.getPeople().stream()
        .filter(person -> person.departments().stream().anyMatch(own::contains))
        .toList();
  }

  /** Why a case is not followed up. */
  public DismissalReason[] getDismissals() {
    return DismissalReason.values();
  }

  // what this person may do: it hides, the service protects

  /** Give to another owner. */
  public boolean isAssign() {
    return casePage.steers();
  }

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

  /** The owner to give to, as chosen; until then the present one. */
  public String getOwner() {
    return form.getOwner(casePage.getRow().ownerUsername());
  }

  public void setOwner(String owner) {
    form.setOwner(owner);
  }

  public VerdictForm getForm() {
    return form;
  }
}
