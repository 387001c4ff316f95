package cx.slinga.web.cases;

import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseState;
import cx.slinga.resurvey.RecoveryService;
import cx.slinga.resurvey.ResurveyQueries;
import cx.slinga.resurvey.ResurveyRow;
import cx.slinga.web.shared.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
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
  @Inject private Words words;
  @Inject private Clock clock;

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

  /** What became of that question, in words; null when there was none. */
  public @Nullable String getAskedWords() {
    ResurveyRow asked = getAsked();
    if (asked == null) {
      return null;
    }
    String on = words.date(asked.invitedAt());
    if (asked.answeredAt() != null) {
      return asked.score() == null
          ? caseWords.say("recovered.answered", on, words.date(asked.answeredAt()))
          : caseWords.say(
              "recovered.answered.with", on, words.date(asked.answeredAt()), asked.score());
    }
    CaseRow row = casePage.getRow();
    Instant heard = row.recoveredAt();
    if (heard != null && row.recoveredScore() != null && !heard.isBefore(asked.invitedAt())) {
      return caseWords.say("recovered.heard", on, words.date(heard), row.recoveredScore());
    }
    return caseWords.say(
        asked.expiresAt().isBefore(clock.instant()) ? "recovered.expired" : "recovered.asked",
        on,
        words.date(asked.expiresAt()));
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
