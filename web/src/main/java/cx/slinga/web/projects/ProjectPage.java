package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectDetails;
import cx.slinga.improvement.ProjectQueries;
import cx.slinga.improvement.ProjectRow;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * What the panels of the project page share: the project as it was read, the version that is on the
 * screen, what the reader may do, and how a verb is done. When somebody else was faster, it is
 * shown what changed and what was typed stays.
 */
@Named
@ViewScoped
public class ProjectPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What shows the project but is not typed into. */
  private static final List<String> SHOWN =
      List.of("heading", "factsShown", "causesShown", "carriedPart", "history");

  @Inject private ProjectQueries queries;
  @Inject private CurrentUser currentUser;
  @Inject private ProjectWords projectWords;

  private String number = "";
  private long seenVersion;
  private Instant seenAt = Instant.EPOCH;

  private final OncePerLook read = new OncePerLook();

  /** Reads the project anew; from here on its version is the one that was seen. */
  ProjectDetails look() {
    read.forget();
    ProjectDetails now = getDetails();
    seenVersion = now.row().version();
    seenAt = now.history().isEmpty() ? now.createdAt() : now.history().get(0).at();
    return now;
  }

  /** What a panel reads once for each look at the project, under a name of its own. */
  <T> T once(String name, Supplier<T> question) {
    return read.read(name, question);
  }

  /**
   * One verb.
   *
   * @param said key of what to say when it is done
   * @param parts of the page that the success shows anew, beside those that only show the project
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
    say(FacesMessage.SEVERITY_INFO, projectWords.say("said." + said, number));
    PrimeFaces.current().ajax().update(SHOWN);
    PrimeFaces.current().ajax().update(parts);
    return true;
  }

  private void showWhatChanged() {
    Instant before = seenAt;
    ProjectDetails now = look();
    List<String> changes =
        now.history().stream()
            .filter(one -> one.at().isAfter(before))
            .map(one -> who(one.personName()) + " " + projectWords.happened(one.verb()))
            .distinct()
            .toList();
    say(
        FacesMessage.SEVERITY_WARN,
        changes.isEmpty()
            ? projectWords.say("changed.somehow", number)
            : projectWords.say("changed.by", number, String.join("; ", changes)));
    FacesContext.getCurrentInstance().validationFailed();
    PrimeFaces.current().ajax().update(SHOWN);
  }

  private static String who(@Nullable String name) {
    return Objects.requireNonNullElse(name, "Slinga");
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  /** The project with everything behind it. */
  public ProjectDetails getDetails() {
    return once("details", () -> queries.details(number));
  }

  /** The project as lists show it. */
  public ProjectRow getRow() {
    return getDetails().row();
  }

  /** Whether the reader may change the project; it hides, the service protects. */
  public boolean isMine() {
    return once("mine", () -> queries.mayChange(number));
  }

  /** Whether there is anything to change. */
  public boolean isEdit() {
    return isMine() && !getRow().state().isEnded();
  }

  Caller caller() {
    return once("caller", currentUser::get);
  }

  /** The version that is on the screen: what a verb is done to. */
  long seenVersion() {
    return seenVersion;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number == null ? "" : number.strip();
  }
}
