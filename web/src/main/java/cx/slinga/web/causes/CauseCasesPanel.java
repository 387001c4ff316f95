package cx.slinga.web.causes;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.rootcause.AlikeCase;
import cx.slinga.rootcause.AnalysisService;
import cx.slinga.rootcause.CauseLikenessQueries;
import cx.slinga.rootcause.CauseState;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Cases that name the cause, and those that sound as if they should. */
@Named
@ViewScoped
public class CauseCasesPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int LINKED = 12;
  private static final int ALIKE = 5;

  @Inject private CausePage causePage;
  @Inject private CaseQueries cases;
  @Inject private CauseLikenessQueries likeness;
  @Inject private AnalysisService service;

  /** Links a case that sounds alike. */
  public void link(AlikeCase one) {
    causePage.done(
        "linked",
        () -> service.link(one.row().number(), one.row().version(), causePage.key(), true),
        "alikePart",
        "linkedPart");
  }

  /** Cases of the cause within sight, the newest first. */
  public List<CaseRow> getLinked() {
    return causePage
        .once(
            "linked",
            () ->
                cases.list(
                    causePage.caller().cases(), ofThis(), CaseSort.OPENED_NEWEST, null, LINKED))
        .items();
  }

  /** How many of its cases are within sight. */
  public long getLinkedTotal() {
    return causePage.once("linkedTotal", () -> cases.count(causePage.caller().cases(), ofThis()));
  }

  private CaseFilter ofThis() {
    return CaseFilter.parse(name -> name.equals("cause") ? causePage.key().toString() : null);
  }

  /** The most alike of those that are not linked. */
  public List<AlikeCase> getAlike() {
    return alike().stream().limit(ALIKE).toList();
  }

  public int getAlikeTotal() {
    return alike().size();
  }

  private List<AlikeCase> alike() {
    return causePage.once(
        "alike", () -> likeness.alike(causePage.caller().cases(), causePage.key()));
  }

  /** Whether this person may link the case; it hides, the service protects. */
  public boolean mayLink(AlikeCase one) {
    Caller caller = causePage.caller();
    return causePage.getRow().state() != CauseState.REJECTED
        && (caller.is(Roles.CX_OWNER)
            || caller.is(Roles.DEPARTMENT_HEAD)
            || one.row().ownerUsername().equals(caller.username()));
  }
}
