package cx.slinga.web.cases;

import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.AddAction;
import cx.slinga.cases.CaseQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What will be done: the case's own plan, and the one that all cases of its cause share. */
@Named
@ViewScoped
public class PlanPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private ActionService actionService;
  @Inject private ActionQueries actionQueries;
  @Inject private CaseWords caseWords;
  @Inject private Clock clock;

  private @Nullable ActionForm form;

  /** Adds an action to the plan. */
  public void add() {
    ActionForm typed = getForm();
    LocalDate deadline = typed.getDeadline();
    if (deadline == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    String first = typed.getDependsOn();
    if (casePage.done(
        caseWords.say("said.planned", casePage.getNumber()),
        () ->
            actionService.add(
                new AddAction(
                    casePage.getNumber(),
                    casePage.getSeenVersion(),
                    typed.getTitle(),
                    typed.getKind(),
                    typed.getOwner(),
                    deadline,
                    first == null || first.isBlank() ? null : UUID.fromString(first))),
        "planDo")) {
      form = null;
    }
  }

  /** The action is done. */
  public void complete(ActionRow row) {
    casePage.done(
        caseWords.say("said.done", row.title()),
        () -> actionService.complete(row.id(), row.version(), null, null));
  }

  /** The plan, in the order of its making. */
  public List<ActionRow> getPlan() {
    return casePage.once(
        "plan", () -> actionQueries.plan(casePage.caller().cases(), casePage.getNumber()));
  }

  /** The plan that the case shares with its cause. */
  public List<ActionRow> getShared() {
    return casePage.once(
        "sharedPlan",
        () -> actionQueries.sharedPlan(casePage.caller().cases(), casePage.getNumber()));
  }

  /** How many actions of both plans have ended, done or cancelled. */
  public long getEnded() {
    return getAll().stream().filter(row -> row.state() != ActionState.OPEN).count();
  }

  /** Both plans. */
  public List<ActionRow> getAll() {
    List<ActionRow> all = new ArrayList<>(getPlan());
    all.addAll(getShared());
    return all;
  }

  /** What a new action can wait for. */
  public List<ActionRow> getOpen() {
    return getAll().stream().filter(row -> row.state() == ActionState.OPEN).toList();
  }

  /** What an action can be for. */
  public ActionKind[] getKinds() {
    return ActionKind.values();
  }

  /** The first day that a deadline can be. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }

  /**
   * End this action: its owner, and whoever works on the case. It hides, the service protects; the
   * shared ones are ended where the cause is worked on, or by their owner.
   */
  public boolean mayEnd(ActionRow row) {
    return row.state() == ActionState.OPEN
        && !casePage.getRow().state().isEnded()
        && (row.ownerUsername().equals(casePage.caller().username())
            || (!row.isShared() && casePage.works()));
  }

  /** What is typed; it begins with the owner of the case. */
  public ActionForm getForm() {
    ActionForm typed = form;
    if (typed == null) {
      typed = new ActionForm(casePage.getRow().ownerUsername());
      form = typed;
    }
    return typed;
  }
}
