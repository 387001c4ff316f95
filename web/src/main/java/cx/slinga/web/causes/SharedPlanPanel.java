package cx.slinga.web.causes;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.security.Caller;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.actions.ActionsForm;
import cx.slinga.web.cases.ActionForm;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** A plan that is for many cases: what is shown, added, moved and ended of it. */
public abstract class SharedPlanPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ActionService service;

  private @Nullable ActionForm form;
  private final HashMap<UUID, ActionsForm> changes = new HashMap<>();

  /** The plan, in the order of its making; as much of it as the reader may see. */
  public abstract List<ActionRow> getPlan();

  /** Whether an action can be added; it hides, the service protects. */
  public abstract boolean isAdd();

  /** Whether the reader plans for what the plan is for. */
  protected abstract boolean plans();

  /** Who looks. */
  protected abstract Caller reader();

  /** Who is proposed as the owner of a new action. */
  protected abstract String firstOwner();

  /** Adds what was typed. */
  protected abstract void add(
      ActionService actions, ActionForm typed, LocalDate deadline, @Nullable UUID dependsOn);

  /** As a verb of the page; whether it was done. */
  protected abstract boolean onPage(Runnable verb, String... parts);

  // what is done

  /** Adds an action to the plan. */
  public void add() {
    ActionForm typed = getForm();
    LocalDate deadline = typed.getDeadline();
    if (deadline == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    String first = typed.getDependsOn();
    UUID dependsOn = first == null || first.isBlank() ? null : UUID.fromString(first);
    if (done(() -> add(service, typed, deadline, dependsOn), "planDo")) {
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

  /** The action will not be done, for a reason. */
  public void cancel(ActionRow row) {
    String reason = change(row).getReason();
    changed(row, () -> service.cancel(row.id(), row.version(), reason));
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
    boolean done = onPage(verb, parts);
    // also when somebody else was faster: the next try is on what is there now
    PrimeFaces.current().ajax().update("planShown");
    return done;
  }

  // what is shown

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

  /** Move it. */
  public boolean mayMove(ActionRow row) {
    return row.state() == ActionState.OPEN && plans();
  }

  /** End it: whoever makes the plan, and whoever has to do it. */
  public boolean mayEnd(ActionRow row) {
    return row.state() == ActionState.OPEN
        && (plans()
            || (row.ownerUsername().equals(reader().username())
                && reader().workable().scope() != Visibility.Scope.NONE));
  }

  // forms

  /** A new action as it is typed. */
  public ActionForm getForm() {
    ActionForm typed = form;
    if (typed == null) {
      typed = new ActionForm(firstOwner());
      form = typed;
    }
    return typed;
  }

  /** What is typed about one of the actions. */
  public ActionsForm change(ActionRow row) {
    return changes.computeIfAbsent(row.id(), id -> new ActionsForm());
  }
}
