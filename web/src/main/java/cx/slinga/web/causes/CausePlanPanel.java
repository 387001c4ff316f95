package cx.slinga.web.causes;

import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.AddSharedAction;
import cx.slinga.rootcause.CauseState;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.web.cases.ActionForm;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done about the cause, for all of its cases. */
@Named
@ViewScoped
public class CausePlanPanel extends SharedPlanPanel {
  private static final long serialVersionUID = 1L;

  @Inject private CausePage causePage;
  @Inject private ActionQueries queries;

  @Override
  protected void add(
      ActionService actions, ActionForm typed, LocalDate deadline, @Nullable UUID dependsOn) {
    actions.addShared(
        new AddSharedAction(
            causePage.key(),
            typed.getTitle(),
            typed.getKind(),
            typed.getOwner(),
            deadline,
            dependsOn));
  }

  @Override
  protected boolean onPage(Runnable verb, String... parts) {
    return causePage.done("plan", verb, parts);
  }

  @Override
  public List<ActionRow> getPlan() {
    return causePage.once(
        "plan", () -> queries.causePlan(causePage.caller().cases(), causePage.key()));
  }

  /** Add an action: whoever plans for the cause, as long as it is one. */
  @Override
  public boolean isAdd() {
    return plans() && causePage.getRow().state() != CauseState.REJECTED;
  }

  @Override
  protected boolean plans() {
    Caller caller = causePage.caller();
    return (causePage.isEdit() && (caller.is(Roles.CX_OWNER) || caller.is(Roles.DEPARTMENT_HEAD)))
        || (causePage.getRow().ownerUsername().equals(caller.username())
            && caller.workable().scope() != Visibility.Scope.NONE);
  }

  @Override
  protected Caller reader() {
    return causePage.caller();
  }

  /** Whoever works on the cause. */
  @Override
  protected String firstOwner() {
    return causePage.getRow().ownerUsername();
  }
}
