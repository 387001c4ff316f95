package cx.slinga.web.causes;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.AddSharedAction;
import cx.slinga.rootcause.CauseState;
import cx.slinga.security.Caller;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.actions.ActionsForm;
import cx.slinga.web.cases.ActionForm;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** What is done about the cause, for all of its cases. */
@Named
@ViewScoped
public class CausePlanPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CausePage causePage;
  @Inject private ActionService service;
  @Inject private ActionQueries queries;

  private @Nullable ActionForm form;
  private final HashMap<UUID, ActionsForm> changes = new HashMap<>();

  // what is done

  /** Adds an action to the plan. */
  public void add() {
    ActionForm typed = getForm();
    LocalDate deadline = typed.getDeadline();
    if (deadline == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    String first = typed.getDependsOn();
    AddSharedAction command =
        new AddSharedAction(
            causePage.key(),
            typed.getTitle(),
            typed.getKind(),
            typed.getOwner(),
            deadline,
            first == null || first.isBlank() ? null : UUID.fromString(first));
    if (done(() -> service.addShared(command), "planDo")) {
      form = null;
    }
  }

  /** The action is done, and this shows it. */
  public void complete(ActionRow row) {
    ActionsForm typed = change(row);
    changed(
        row,
        () ->
            service.complete(
                row.id(), row.version(), typed.getEvidence(), typed.getEvidenceLink()));
  }

  /** The action will not be done. */
  public void cancel(ActionRow row) {
    changed(row, () -> service.cancel(row.id(), row.version()));
  }

  /** The action will be done by another day. */
  public void move(ActionRow row) {
    ActionsForm typed = change(row);
    LocalDate to = typed.getDeadline();
    if (to == null) {
      throw BusinessException.ofField("deadline", "action.deadline-missing");
    }
    changed(row, () -> service.moveDeadline(row.id(), row.version(), to, typed.getReason()));
  }

  private void changed(ActionRow row, Runnable verb) {
    if (done(verb)) {
      changes.remove(row.id());
    }
  }

  private boolean done(Runnable verb, String... parts) {
    boolean done = causePage.done("plan", verb, parts);
    // also when somebody else was faster: the next try is on what is there now
    PrimeFaces.current().ajax().update("planShown");
    return done;
  }

  // what is shown

  /** The plan, in the order of its making; as much of it as the reader may see. */
  public List<ActionRow> getPlan() {
    return causePage.once(
        "plan", () -> queries.causePlan(causePage.caller().cases(), causePage.key()));
  }

  /** How many of these are done or cancelled. */
  public long getEnded() {
    return getPlan().stream().filter(row -> row.state() != ActionState.OPEN).count();
  }

  /** What a new action can wait for. */
  public List<ActionRow> getOpen() {
    return getPlan().stream().filter(row -> row.state() == ActionState.OPEN).toList();
  }

  /** What an action can be for. */
  public ActionKind[] getKinds() {
    return ActionKind.values();
  }

  // what this person may do: it hides, the service protects

  /** Add an action: whoever plans for the cause, as long as it is one. */
  public boolean isAdd() {
    return plans() && causePage.getRow().state() != CauseState.REJECTED;
  }

  /** Move it. */
  public boolean mayMove(ActionRow row) {
    return row.state() == ActionState.OPEN && plans();
  }

  /** End it: whoever plans for the cause, and whoever has to do it. */
  public boolean mayEnd(ActionRow row) {
    Caller caller = causePage.caller();
    return row.state() == ActionState.OPEN
        && (plans()
            || (row.ownerUsername().equals(caller.username())
                && caller.workable().scope() != Visibility.Scope.NONE));
  }

  private boolean plans() {
    Caller caller = causePage.caller();
    return causePage.isEdit() && (caller.is(Roles.CX_OWNER) || caller.is(Roles.DEPARTMENT_HEAD));
  }

  // forms

  /** A new action as it is typed; it begins with whoever works on the cause. */
  public ActionForm getForm() {
    ActionForm typed = form;
    if (typed == null) {
      typed = new ActionForm(causePage.getRow().ownerUsername());
      form = typed;
    }
    return typed;
  }

  /** What is typed about one of the actions. */
  public ActionsForm change(ActionRow row) {
    return changes.computeIfAbsent(row.id(), id -> new ActionsForm());
  }
}
