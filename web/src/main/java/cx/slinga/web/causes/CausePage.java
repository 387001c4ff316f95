package cx.slinga.web.causes;

import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.CauseDetails;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.TreeNode;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.web.shared.OncePerLook;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;

/**
 * What the panels of the cause page share: the cause as it was read, the version that is on the
 * screen, what the reader may do, and how a verb is done. Each panel is a form of its own and saves
 * alone; when somebody else was faster, it is shown what changed and what was typed stays.
 */
@Named
@ViewScoped
public class CausePage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What shows the cause but is not typed into. */
  private static final List<String> SHOWN = List.of("heading", "stats", "history");

  @Inject private CauseQueries queries;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private CauseWords causeWords;

  private UUID key = new UUID(0, 0);
  private long seenVersion;
  private Instant seenAt = Instant.EPOCH;

  private final OncePerLook read = new OncePerLook();

  /** The cause that the page is about, or the one into which it was merged. */
  void open(UUID id) {
    key = queries.resolve(id);
    look();
  }

  /** Reads the cause anew; from here on its version is the one that was seen. */
  CauseDetails look() {
    read.forget();
    CauseDetails now = getDetails();
    seenVersion = now.row().version();
    seenAt = now.history().isEmpty() ? now.createdAt() : now.history().get(0).at();
    return now;
  }

  /** What a panel reads once for each look at the cause, under a name of its own. */
  <T> T once(String name, Supplier<T> question) {
    return read.read(name, question);
  }

  /**
   * One verb.
   *
   * @param said key of what to say when it is done
   * @param parts of the page that the success shows anew, beside those that only show the cause
   * @return whether it was done
   */
  boolean done(String said, Runnable verb, String... parts) {
    try {
      verb.run();
    } catch (ChangedMeanwhileException meanwhile) {
      showWhatChanged();
      return false;
    }
    look();
    say(FacesMessage.SEVERITY_INFO, causeWords.say("said." + said, getRow().title()));
    update(SHOWN);
    update(List.of(parts));
    return true;
  }

  private void showWhatChanged() {
    Instant before = seenAt;
    CauseDetails now = look();
    List<String> changes =
        now.history().stream()
            .filter(one -> one.at().isAfter(before))
            .map(one -> one.actorName() + " " + causeWords.happened(one.verb()))
            .distinct()
            .toList();
    say(
        FacesMessage.SEVERITY_WARN,
        changes.isEmpty()
            ? causeWords.say("changed.somehow", now.row().title())
            : causeWords.say("changed.by", now.row().title(), String.join("; ", changes)));
    FacesContext.getCurrentInstance().validationFailed();
    update(SHOWN);
  }

  private static void update(Collection<String> parts) {
    // a form with a file is sent as a whole, and the whole page answers
    if (PrimeFaces.current().isAjaxRequest()) {
      PrimeFaces.current().ajax().update(parts);
    }
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  /** The cause with everything behind it. */
  public CauseDetails getDetails() {
    return once("details", () -> queries.details(caller().cases(), key));
  }

  /** The cause as lists show it. */
  public CauseRow getRow() {
    return getDetails().row();
  }

  public List<TreeNode> getTree() {
    return getDetails().tree();
  }

  /** Whether the reader may change the cause; it hides, the services protect. */
  public boolean isEdit() {
    return once("edit", () -> queries.mayChange(key));
  }

  /** Everybody who can work on a cause or own an action. */
  public List<PersonRow> getPeople() {
    return once("people", organisation::owners);
  }

  Caller caller() {
    return once("caller", currentUser::get);
  }

  UUID key() {
    return key;
  }

  /** The version that is on the screen: what a verb is done to. */
  long seenVersion() {
    return seenVersion;
  }
}
