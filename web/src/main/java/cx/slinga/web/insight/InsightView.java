package cx.slinga.web.insight;

import cx.slinga.cases.CaseState;
import cx.slinga.insight.CauseShare;
import cx.slinga.insight.DailyNps;
import cx.slinga.insight.DepartmentLoad;
import cx.slinga.insight.InsightQueries;
import cx.slinga.insight.NpsFigure;
import cx.slinga.insight.TouchpointFigure;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.shared.BusinessException;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one survey, named in the address; the latest with answers when none is named. */
@Named
@RequestScoped
public class InsightView {
  private static final int SHOWN_CAUSES = 10;

  /** Lower bounds, in percent of fours and fives, of the seven steps from poor to good. */
  private static final List<Integer> HEAT = List.of(0, 50, 60, 67, 73, 78, 84);

  @Inject private InsightQueries queries;
  @Inject private SurveyQueries surveyQueries;
  @Inject private CurrentUser currentUser;
  @Inject private Charts charts;

  private @Nullable String survey;
  private List<SurveyRow> surveys = List.of();
  private @Nullable SurveyRow chosen;
  private @Nullable NpsFigure nps;
  private List<Stage> stages = List.of();
  private List<DailyNps> daily = List.of();
  private Map<CaseState, Long> states = Map.of();
  private List<DepartmentLoad> load = List.of();
  private List<CauseShare> causes = List.of();

  /**
   * A stage of the journey with its rated touchpoints.
   *
   * @param touchpoints never empty
   */
  public record Stage(String name, List<TouchpointFigure> touchpoints) {}

  /** Reads everything the page shows. */
  public void load() {
    surveys = surveyQueries.list();
    chosen =
        (survey == null ? SurveyRow.large(surveys) : surveys)
            .stream()
                .filter(s -> survey == null ? queries.nps(s.key()).n() > 0 : s.key().equals(survey))
                .findFirst()
                .orElse(null);
    SurveyRow found = chosen;
    if (found == null) {
      if (survey != null) {
        throw BusinessException.ofField("survey", "filter.unknown-value", survey);
      }
      return;
    }
    Caller caller = currentUser.get();
    var cases = caller.cases();
    nps = queries.nps(found.key());
    daily = queries.daily(found.key());
    states = queries.caseStates(cases, found.key());
    load = queries.load(caller.insight());
    causes = queries.causes(cases, found.key());
    Map<String, List<TouchpointFigure>> byStage = new LinkedHashMap<>();
    for (TouchpointFigure figure : queries.touchpoints(caller.insight(), found.key())) {
      byStage.computeIfAbsent(figure.stageName(), name -> new ArrayList<>()).add(figure);
    }
    stages = byStage.entrySet().stream().map(e -> new Stage(e.getKey(), e.getValue())).toList();
  }

  /** The tint of a touchpoint, {@code heat-1} (poor) to {@code heat-7} (good). */
  public String heat(TouchpointFigure figure) {
    long percent = Math.round(figure.topTwoShare() * 100);
    long step = HEAT.stream().filter(bound -> percent >= bound).count();
    return "heat-" + Math.max(1, step);
  }

  /** Chart.js description of the score by day. */
  public String getDailyChart() {
    return charts.daily(daily);
  }

  /** Chart.js description of the cases by state. */
  public String getStatesChart() {
    return charts.states(states);
  }

  /** The largest number of open cases that a department carries; 1 at least. */
  public long getHeaviest() {
    return Math.max(1, load.stream().mapToLong(DepartmentLoad::open).max().orElse(1));
  }

  /** States in their order, for the table behind the chart. */
  public List<Map.Entry<CaseState, Long>> getStates() {
    return List.copyOf(states.entrySet());
  }

  /** How many cases there are in all. */
  public long getCases() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isUnanswered() {
    return nps == null || nps.n() == 0;
  }

  public @Nullable String getSurvey() {
    return survey;
  }

  public void setSurvey(@Nullable String survey) {
    this.survey = survey;
  }

  public List<SurveyRow> getSurveys() {
    return surveys;
  }

  public @Nullable SurveyRow getChosen() {
    return chosen;
  }

  public @Nullable NpsFigure getNps() {
    return nps;
  }

  public List<Stage> getStages() {
    return stages;
  }

  public List<DailyNps> getDaily() {
    return daily;
  }

  public List<DepartmentLoad> getLoad() {
    return load;
  }

  /** How many causes the page has room for; the rest are in their own list. */
  public int getShownCauses() {
    return Math.min(causes.size(), SHOWN_CAUSES);
  }

  public List<CauseShare> getCauses() {
    return causes;
  }
}
