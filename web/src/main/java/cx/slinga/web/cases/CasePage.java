package cx.slinga.web.cases;

import cx.slinga.cases.CaseChange;
import cx.slinga.cases.CaseChangeQueries;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseIncomplete;
import cx.slinga.cases.CaseNotResolvable;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.ClosingPoint;
import cx.slinga.opening.OpeningQueries;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.ChangedMeanwhileException;
import cx.slinga.shared.NotFoundException;
import cx.slinga.web.rules.RuleWords;
import cx.slinga.web.shared.Notice;
import cx.slinga.web.shared.OncePerLook;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * What the panels of the case page share: the case as it was read, the version that is on the
 * screen, what the reader may do, and how a verb is done. Each panel is a form of its own and saves
 * alone; what was saved is shown without touching what is being typed in the other panels.
 *
 * <p>What was read is not kept across a move of the session to another server, only what was typed.
 */
@Named
@ViewScoped
public class CasePage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What shows the case but is not typed into. */
  private static final List<String> SHOWN =
      List.of(
          "meanwhile",
          "heading",
          "reopened",
          "recovered",
          "clocks",
          "contactShown",
          "analysisShown",
          "planShown",
          "owner",
          "missing",
          "timeline");

  @Inject private CaseQueries cases;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private CaseWords caseWords;
  @Inject private OpeningQueries openings;
  @Inject private RuleWords ruleWords;
  @Inject private CaseChangeQueries caseChanges;
  @Inject private MeanwhileWords meanwhileWords;
  @Inject private Notice notice;

  private String number = "";
  private long seenVersion;
  private @Nullable Meanwhile meanwhile;

  private final OncePerLook read = new OncePerLook();

  /** Reads the case anew; from here on its version is the one that was seen. */
  CaseDetails look() {
    read.forget();
    CaseDetails now = getDetails();
    seenVersion = now.row().version();
    return now;
  }

  /** What a panel reads once for each look at the case, under a name of its own. */
  <T> T once(String name, Supplier<T> question) {
    return read.read(name, question);
  }

  /**
   * One verb. A refusal goes to the handler of all screens, but two kinds need this screen's help:
   * what somebody else changed must be shown before it can be saved over, and a case that cannot be
   * resolved or closed yet is told point by point. Where the reader no longer works on the case
   * then, the page begins anew without the forms; where they no longer see it, the list does.
   *
   * @param said what to say when it is done
   * @param forms parts with inputs that the success begins anew
   * @return whether it was done
   */
  boolean done(String said, Runnable verb, String... forms) {
    boolean worked = works();
    try {
      verb.run();
    } catch (ChangedMeanwhileException meanwhile) {
      showWhatChanged();
      return false;
    } catch (CaseIncomplete refusal) {
      refusal.missing().forEach(point -> say(FacesMessage.SEVERITY_ERROR, missing(refusal, point)));
      FacesContext.getCurrentInstance().validationFailed();
      return false;
    }
    meanwhile = null;
    try {
      look();
    } catch (NotFoundException outOfSight) {
      leave("/cases/list.xhtml", said, "gone");
      return true;
    }
    if (worked && !works()) {
      leave("/cases/view.xhtml?number=" + number, said, "gone.work");
      return true;
    }
    say(FacesMessage.SEVERITY_INFO, said);
    PrimeFaces.current().ajax().update(SHOWN);
    PrimeFaces.current().ajax().update(forms);
    return true;
  }

  /** The case went to where the reader has nothing to do with it: the page there says so. */
  private void leave(String page, String said, String why) {
    notice.leave(said + ". " + caseWords.text(why));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String missing(CaseIncomplete refusal, ClosingPoint point) {
    return caseWords.say(
        refusal instanceof CaseNotResolvable ? "resolve.refused" : "close.refused",
        number,
        caseWords.message(refusal.messageKey(point)));
  }

  private void showWhatChanged() {
    List<CaseChange> changes = caseChanges.since(caller().cases(), number, seenVersion);
    look();
    if (changes.isEmpty()) {
      say(FacesMessage.SEVERITY_WARN, caseWords.say("changed.somehow", number));
    } else {
      meanwhile = meanwhileWords.of(changes, timelineWords());
    }
    FacesContext.getCurrentInstance().validationFailed();
    PrimeFaces.current().ajax().update(SHOWN);
    PrimeFaces.current().scrollTo("body");
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  Timeline timelineWords() {
    return new Timeline(
        caseWords,
        id ->
            getPeople().stream()
                .filter(person -> person.id().value().toString().equals(id))
                .map(PersonRow::name)
                .findFirst()
                .orElse(null),
        () -> ruleWords.opening(openings.of(caller().cases(), number)));
  }

  /** The case with everything that is known of it. */
  public CaseDetails getDetails() {
    return once("details", () -> cases.details(caller().cases(), number));
  }

  /** The case as lists show it. */
  public CaseRow getRow() {
    return getDetails().row();
  }

  /** What others did while the reader was typing; null when nobody did anything. */
  public @Nullable Meanwhile getMeanwhile() {
    return meanwhile;
  }

  /** The version that is on the screen: what a verb is done to. */
  public long getSeenVersion() {
    return seenVersion;
  }

  Caller caller() {
    return once("caller", currentUser::get);
  }

  /** Everybody who can own a case or an action. */
  public List<PersonRow> getPeople() {
    return once("people", organisation::owners);
  }

  // what this person may do: it hides, the services protect

  /** Whether the reader works on this case, in whatever state it is. */
  boolean works() {
    return once("works", () -> cases.lies(caller().workable(), number));
  }

  /** Contact, analyse and plan. */
  public boolean isWork() {
    return works() && !getRow().state().isEnded();
  }

  /** Work on it as the CX owner or the head of its department. */
  boolean steers() {
    return isWork() && (caller().is(Roles.CX_OWNER) || caller().is(Roles.DEPARTMENT_HEAD));
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number == null ? "" : number.strip();
  }
}
