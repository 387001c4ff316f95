package cx.slinga.web.rules;

import cx.slinga.rules.RoutingRulesView;
import cx.slinga.rules.RuleQueries;
import cx.slinga.rules.SurveyRulesView;
import cx.slinga.survey.SurveyQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules that hold, to read and to choose which to edit. */
@Named
@ViewScoped
public class RulesListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RuleQueries rules;
  @Inject private transient SurveyQueries surveyQueries;

  private transient @Nullable List<SurveyRulesView> surveys;
  private transient @Nullable RoutingRulesView routing;

  public List<SurveyRulesView> getSurveys() {
    List<SurveyRulesView> read = surveys;
    if (read == null) {
      read = surveyQueries.list().stream().map(survey -> rules.survey(survey.key())).toList();
      surveys = read;
    }
    return read;
  }

  public RoutingRulesView getRouting() {
    RoutingRulesView read = routing;
    if (read == null) {
      read = rules.routing();
      routing = read;
    }
    return read;
  }
}
