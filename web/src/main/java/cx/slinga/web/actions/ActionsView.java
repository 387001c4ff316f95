package cx.slinga.web.actions;

import cx.slinga.actionplan.ActionHistoryRow;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionState;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.NotFoundException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** One action: what it is for, what shows that it is done, and what was decided about it. */
@Named
@ViewScoped
public class ActionsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ActionQueries queries;
  @Inject private ActionService service;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private ActionWords actionWords;

  private @Nullable String id;
  private long seenVersion;
  private ActionsForm form = new ActionsForm();
  private transient @Nullable ActionRow row;
  private transient @Nullable Boolean plans;

  /** Reads the action named in the URL. */
  public void load() {
    row = null;
    plans = null;
    ActionRow now = getRow();
    seenVersion = now.version();
    form = new ActionsForm();
    form.setOwner(now.ownerUsername());
    form.setDependsOn(now.dependsOn() == null ? null : now.dependsOn().toString());
  }

  // what is done

  /** It is done. */
  public void complete() {
    service.complete(uuid(), seenVersion, form.getEvidence(), form.getEvidenceLink());
    done("said.done");
  }

  /** It will not be done, for a reason. */
  public void cancel() {
    service.cancel(uuid(), seenVersion, form.getReason());
    done("said.cancelled");
  }

  /** It has to be done after all. */
  public void reopen() {
    service.reopen(uuid(), seenVersion, form.getReason());
    done("said.reopened");
  }

  /** It will be done by another day. */
  public void moveDeadline() {
    LocalDate deadline = form.getDeadline();
    if (deadline == null) {
      throw new IllegalStateException("the form requires a deadline");
    }
    service.moveDeadline(uuid(), seenVersion, deadline, form.getReason());
    done("said.moved");
  }

  /** Somebody else will do it. */
  public void assign() {
    String owner = form.getOwner();
    service.assign(uuid(), seenVersion, owner == null ? "" : owner);
    done("said.assigned");
  }

  /** It waits for another one, or for none. */
  public void dependOn() {
    String other = form.getDependsOn();
    service.dependOn(
        uuid(), seenVersion, other == null || other.isBlank() ? null : UUID.fromString(other));
    done("said.waits");
  }

  private void done(String said) {
    load();
    String text = actionWords.say(said, getRow().title());
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    PrimeFaces.current().ajax().update("action");
  }

  // what is shown

  /** The action. */
  public ActionRow getRow() {
    ActionRow known = row;
    if (known == null) {
      known = queries.get(visibility(), uuid());
      row = known;
    }
    return known;
  }

  /** What was decided about it, oldest first. */
  public List<ActionHistoryRow> getHistory() {
    return queries.history(visibility(), uuid());
  }

  /** Actions of the same plan, for which it can wait. */
  public List<ActionRow> getOthers() {
    ActionRow now = getRow();
    List<ActionRow> others = new ArrayList<>();
    String number = now.caseNumber();
    UUID cause = now.causeId();
    String project = now.projectNumber();
    if (number != null) {
      others.addAll(queries.plan(visibility(), number));
      others.addAll(queries.sharedPlan(visibility(), number));
    } else if (cause != null) {
      others.addAll(queries.causePlan(visibility(), cause));
    } else if (project != null) {
      others.addAll(queries.projectPlan(visibility(), project));
    }
    others.removeIf(other -> other.id().equals(now.id()));
    return others;
  }

  /** People who can own an action. */
  public List<PersonRow> getPeople() {
    return organisation.owners();
  }

  // what this person may do: it hides, the service protects

  /** Move, give away, reopen. */
  public boolean isPlan() {
    Boolean known = plans;
    if (known == null) {
      known = !queries.lying(caller().workable(), List.of(uuid())).isEmpty();
      plans = known;
    }
    return known;
  }

  /** Say that it is done, or will not be. */
  public boolean isEnd() {
    return getRow().state() == ActionState.OPEN && isMine();
  }

  /** Whether this person has to do it or plans it. */
  boolean isMine() {
    return caller().workable().scope() != Visibility.Scope.NONE
        && (isPlan() || getRow().ownerUsername().equals(caller().username()));
  }

  private Caller caller() {
    return currentUser.get();
  }

  private Visibility visibility() {
    return caller().cases();
  }

  UUID uuid() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(String.valueOf(id));
    }
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public ActionsForm getForm() {
    return form;
  }
}
