package cx.slinga.web.causes;

import cx.slinga.rootcause.CauseDetails;
import cx.slinga.rootcause.CauseService;
import cx.slinga.rootcause.CauseState;
import cx.slinga.shared.NotFoundException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One cause: what it is called, where it stands, who works on it. An address of a merged cause
 * leads to the one that took it in. The other parts of the page are panels of their own.
 */
@Named
@ViewScoped
public class CausesView implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<CauseState> PATH =
      List.of(
          CauseState.SUSPECTED, CauseState.CONFIRMED, CauseState.ADDRESSED, CauseState.VERIFIED);

  /** A state on the way: {@code css} is done, now or empty. */
  public record Step(CauseState state, String css) {}

  @Inject private CausePage causePage;
  @Inject private CauseService service;

  private @Nullable String id;
  private String title = "";
  private String reason = "";
  private String owner = "";
  private @Nullable String escapePoint;

  /** Reads the cause that the address names. */
  public void load() {
    try {
      causePage.open(UUID.fromString(id == null ? "" : id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(id == null ? "" : id);
    }
    CauseDetails now = causePage.getDetails();
    title = now.row().title();
    owner = now.row().ownerUsername();
    escapePoint = now.escapePoint();
  }

  // what is done

  /** It is this. */
  public void confirm() {
    causePage.done("confirmed", () -> service.confirm(key(), version()));
  }

  /** It is not this. */
  public void reject() {
    if (causePage.done("rejected", () -> service.reject(key(), version(), reason), "planDo")) {
      reason = "";
    }
  }

  /** It may be this after all. */
  public void reconsider() {
    causePage.done("reconsidered", () -> service.reconsider(key(), version()), "planDo");
  }

  /** Calls it something else. */
  public void rename() {
    causePage.done("renamed", () -> service.rename(key(), version(), title), "treePart");
  }

  /** Something was done about it. */
  public void address() {
    causePage.done("addressed", () -> service.address(key(), version()));
  }

  /** Gives it to whoever is to work on it. */
  public void assign() {
    causePage.done("assigned", () -> service.assign(key(), version(), owner));
  }

  /** Says why it was not noticed before. */
  public void saveEscape() {
    causePage.done("escape", () -> service.noteEscape(key(), version(), escapePoint), "escapePart");
  }

  private UUID key() {
    return causePage.key();
  }

  private long version() {
    return causePage.seenVersion();
  }

  // what is shown

  /** The states on the way; a rejected cause has left it. */
  public List<Step> getPath() {
    CauseState now = state();
    if (now == CauseState.REJECTED) {
      return List.of(new Step(CauseState.SUSPECTED, "done"), new Step(now, "now"));
    }
    List<Step> steps = new ArrayList<>();
    int at = PATH.indexOf(now);
    for (int i = 0; i < PATH.size(); i++) {
      steps.add(new Step(PATH.get(i), i < at ? "done" : i == at ? "now" : ""));
    }
    return steps;
  }

  private CauseState state() {
    return causePage.getRow().state();
  }

  // what this person may do: it hides, the services protect

  public boolean isConfirm() {
    return causePage.isEdit() && state() == CauseState.SUSPECTED;
  }

  public boolean isReject() {
    return causePage.isEdit()
        && (state() == CauseState.SUSPECTED || state() == CauseState.CONFIRMED);
  }

  public boolean isReconsider() {
    return causePage.isEdit() && state() == CauseState.REJECTED;
  }

  public boolean isAddress() {
    return causePage.isEdit() && state() == CauseState.CONFIRMED;
  }

  // forms

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(@Nullable String owner) {
    this.owner = owner == null ? "" : owner;
  }

  public @Nullable String getEscapePoint() {
    return escapePoint;
  }

  public void setEscapePoint(@Nullable String escapePoint) {
    this.escapePoint = escapePoint;
  }
}
