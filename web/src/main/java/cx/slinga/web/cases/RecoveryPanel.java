package cx.slinga.web.cases;

import cx.slinga.cases.CaseState;
import cx.slinga.resurvey.RecoveryService;
import cx.slinga.resurvey.ResurveyQueries;
import cx.slinga.resurvey.ResurveyRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the customer says after the case was solved: asked by mail, or heard by staff. */
@Named
@ViewScoped
public class RecoveryPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CasePage casePage;
  @Inject private CaseWords caseWords;
  @Inject private RecoveryService service;
  @Inject private ResurveyQueries resurveys;

  private @Nullable Integer score;

  /** Keeps the score that staff heard. */
  public void record() {
    Integer heard = score;
    if (heard == null) {
      throw new IllegalStateException("the form requires a score");
    }
    if (casePage.done(
        caseWords.say("said.recovered", casePage.getNumber()),
        () -> service.record(casePage.getNumber(), casePage.getSeenVersion(), heard),
        "contactDo",
        "analysisDo",
        "planDo",
        "recoveryDo")) {
      score = null;
    }
  }

  /** The last question to the customer; null when there was none. */
  public @Nullable ResurveyRow getAsked() {
    List<ResurveyRow> asked =
        casePage.once(
            "resurveys", () -> resurveys.of(casePage.caller().cases(), casePage.getNumber()));
    return asked.isEmpty() ? null : asked.get(0);
  }

  /** Whether the reader may say what the customer told them. */
  public boolean isOpen() {
    CaseState state = casePage.getRow().state();
    return casePage.works() && (state == CaseState.RESOLVED || state == CaseState.CLOSED);
  }

  /** 0 to 10. */
  public List<Integer> getScores() {
    return IntStream.rangeClosed(0, 10).boxed().toList();
  }

  public @Nullable Integer getScore() {
    return score;
  }

  public void setScore(@Nullable Integer score) {
    this.score = score;
  }
}
