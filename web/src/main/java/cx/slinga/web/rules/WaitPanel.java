package cx.slinga.web.rules;

import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import cx.slinga.survey.SurveyService;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How long customers of the survey on the screen may correct their answers. */
@Named
@ViewScoped
public class WaitPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SurveyQueries queries;
  @Inject private SurveyService service;
  @Inject private RulesView rules;
  @Inject private RuleWords ruleWords;

  private boolean known;
  private @Nullable Integer minutes;

  /** Keeps what was typed; rules that are being edited beside it stay as they are. */
  public void save() {
    // nothing typed is told like any other number that is out of range
    service.setWait(rules.getSurvey(), minutes == null ? -1 : minutes);
    RuleEditor.say(FacesMessage.SEVERITY_INFO, ruleWords.say("wait.saved"));
  }

  /** What is typed; it begins with what is set. */
  public @Nullable Integer getMinutes() {
    if (!known) {
      known = true;
      minutes =
          queries.list().stream()
              .filter(s -> s.key().equals(rules.getSurvey()))
              .map(SurveyRow::waitMinutes)
              .findFirst()
              .orElse(0);
    }
    return minutes;
  }

  public void setMinutes(@Nullable Integer minutes) {
    known = true;
    this.minutes = minutes;
  }
}
