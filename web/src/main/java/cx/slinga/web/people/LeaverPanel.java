package cx.slinga.web.people;

import cx.slinga.organisation.HandOverQueries;
import cx.slinga.organisation.HandOverService;
import cx.slinga.organisation.HandedOver;
import cx.slinga.organisation.OpenWork;
import cx.slinga.organisation.PersonCard;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.shared.Words;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Gives all open work of somebody to others. First it says how much that is and to whom it goes;
 * only then it can be done.
 */
@Named
@ViewScoped
public class LeaverPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PeopleListView people;
  @Inject private transient HandOverQueries queries;
  @Inject private transient HandOverService service;
  @Inject private transient Words words;

  private String leaver = "";
  private String successor = "";
  private boolean asked;
  private transient @Nullable OpenWork work;

  /** Says what would happen, and asks. */
  public void ask() {
    if (leaver.isBlank()) {
      throw BusinessException.ofField("leaver", "hand-over.person-missing");
    }
    if (leaver.equals(successor)) {
      throw BusinessException.ofField("successor", "hand-over.to-self");
    }
    work = null;
    asked = true;
  }

  /** Does what was said. */
  public void handOver() {
    if (!asked) {
      return;
    }
    asked = false;
    HandedOver moved = service.handOver(leaver, successor.isBlank() ? null : successor);
    leaver = "";
    successor = "";
    people.forget();
    PeopleListView.say(
        "handOver.done", moved.cases(), moved.actions(), moved.causes(), moved.projects());
  }

  /** Nothing moves; what was chosen stays. */
  public void cancel() {
    asked = false;
  }

  /** Whether it is said what would happen. */
  public boolean isAsked() {
    return asked;
  }

  /** How much goes to whom. */
  public String getMeans() {
    OpenWork open = work();
    ResourceBundle texts = texts();
    return words.fill(
        texts.getString("handOver.means"),
        open.name(),
        open.cases(),
        open.actions(),
        open.causes(),
        open.projects(),
        successor.isBlank() ? texts.getString("handOver.means.usual") : nameOfSuccessor());
  }

  private String nameOfSuccessor() {
    return people.getOwners().stream()
        .filter(one -> one.username().equals(successor))
        .map(PersonCard::name)
        .findFirst()
        .orElse(successor);
  }

  private OpenWork work() {
    OpenWork read = work;
    if (read == null) {
      read = queries.open(leaver);
      work = read;
    }
    return read;
  }

  private static ResourceBundle texts() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.getApplication().getResourceBundle(faces, "text_people");
  }

  public String getLeaver() {
    return leaver;
  }

  public void setLeaver(@Nullable String leaver) {
    this.leaver = Objects.requireNonNullElse(leaver, "");
  }

  public String getSuccessor() {
    return successor;
  }

  public void setSuccessor(@Nullable String successor) {
    this.successor = Objects.requireNonNullElse(successor, "");
  }
}
