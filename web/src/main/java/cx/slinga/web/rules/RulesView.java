package cx.slinga.web.rules;

import cx.slinga.opening.TryOut;
import cx.slinga.opening.TryOutQueries;
import cx.slinga.rules.NegativityRule;
import cx.slinga.rules.RuleQueries;
import cx.slinga.rules.RuleService;
import cx.slinga.rules.Scales;
import cx.slinga.rules.SeverityRule;
import cx.slinga.rules.SeverityStep;
import cx.slinga.rules.Subject;
import cx.slinga.rules.SurveyRulesDraft;
import cx.slinga.rules.SurveyRulesView;
import cx.slinga.security.CurrentUser;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Edits a survey's negativity and severity rules, and tries them out. */
@Named
@ViewScoped
public class RulesView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private RuleQueries queries;
  @Inject private RuleService service;
  @Inject private TryOutQueries tryOut;
  @Inject private CurrentUser currentUser;
  @Inject private RuleWords ruleWords;

  private String survey = "";
  private RuleEditor editor = new RuleEditor(0);
  private RuleList negativity = new RuleList("negativity", Subject.OF_NEGATIVITY);
  private RuleList severity = new RuleList("severity", Subject.OF_SEVERITY);
  private transient @Nullable SurveyRulesView read;
  private transient @Nullable TryOut tried;

  /** Reads the rules of the survey that the address names. */
  public void load() {
    SurveyRulesView rules = getRules();
    editor = new RuleEditor(rules.version());
    negativity = new RuleList("negativity", Subject.OF_NEGATIVITY);
    severity = new RuleList("severity", Subject.OF_SEVERITY);
    rules.negativity().forEach(rule -> negativity.add(new RuleForm(rule.name(), rule.when())));
    rules
        .severity()
        .forEach(rule -> severity.add(new RuleForm(rule.name(), rule.when()).then(rule.then())));
  }

  /** Makes room for one more rule. */
  public void addNegativity() {
    negativity.add(RuleForm.asking(Subject.WORDS));
  }

  /** Makes room for one more rule. */
  public void addSeverity() {
    severity.add(RuleForm.asking(Subject.WORDS).then(SeverityStep.RAISE));
  }

  /** Says what the rules on the screen would change. */
  public void tryOut() {
    if (isFine()) {
      tried = tryOut.survey(currentUser.get().cases(), draft());
    }
  }

  /** Lets the rules on the screen hold, unless somebody else saved meanwhile. */
  public void save() {
    if (!isFine()) {
      return;
    }
    SurveyRulesView now = queries.survey(survey);
    if (editor.isOvertaken(now.version(), now.savedBy(), now.savedAt())) {
      return;
    }
    editor.saved(service.saveSurvey(draft(), editor.seenVersion()));
    read = null;
    RuleEditor.say(
        FacesMessage.SEVERITY_INFO, ruleWords.say("saved", getRules().surveyName(), getVersion()));
  }

  private boolean isFine() {
    tried = null;
    return RuleEditor.isFine(ruleWords, queries.surveyProblems(draft()), negativity, severity);
  }

  private SurveyRulesDraft draft() {
    return new SurveyRulesDraft(
        survey,
        negativity.getRules().stream()
            .map(rule -> new NegativityRule(rule.getName(), rule.conditions()))
            .toList(),
        severity.getRules().stream()
            .map(rule -> new SeverityRule(rule.getName(), rule.conditions(), rule.getThen()))
            .toList());
  }

  /** The rules that hold. */
  public SurveyRulesView getRules() {
    SurveyRulesView rules = read;
    if (rules == null) {
      rules = queries.survey(survey);
      read = rules;
    }
    return rules;
  }

  public Scales getScales() {
    return getRules().scales();
  }

  public long getVersion() {
    return editor.seenVersion();
  }

  public RuleList getNegativity() {
    return negativity;
  }

  public RuleList getSeverity() {
    return severity;
  }

  /** What was tried last; null before, and when rules were wrong. */
  public @Nullable TryOut getTried() {
    return tried;
  }

  /** Who saved while this screen was open; null when nobody did. */
  public @Nullable String getOtherName() {
    return editor.otherName();
  }

  public @Nullable Instant getOtherAt() {
    return editor.otherAt();
  }

  public String getSurvey() {
    return survey;
  }

  public void setSurvey(@Nullable String survey) {
    this.survey = survey == null ? "" : survey;
  }
}
