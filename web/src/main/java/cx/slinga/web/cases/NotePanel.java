package cx.slinga.web.cases;

import cx.slinga.cases.CaseNoteService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A note on the case. */
@Named
@ViewScoped
public class NotePanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseNoteService service;
  @Inject private CaseWords caseWords;

  private String note = "";

  /** Adds what is typed. */
  public void add() {
    if (casePage.done(
        caseWords.say("said.noted", casePage.getNumber()),
        () -> service.add(casePage.getNumber(), note),
        "noteDo")) {
      note = "";
    }
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
