package cx.slinga.web.cases;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.DueWindow;
import cx.slinga.clocks.ClockKind;
import cx.slinga.clocks.Severity;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filter above the list of cases: chips for what restricts, and the form to restrict by. */
@Named
@RequestScoped
public class ListFilter {
  /**
   * A restriction in force.
   *
   * @param key of its name: {@code filter.<key>}
   * @param without the list without it
   */
  public record Chip(String key, String value, String without) {}

  @Inject private ListAddress address;
  @Inject private OrganisationQueries organisation;
  @Inject private JourneyQueries journey;
  @Inject private SurveyQueries surveys;
  @Inject private CauseQueries causes;
  @Inject private CaseWords caseWords;

  private @Nullable List<PersonRow> owners;
  private @Nullable List<DepartmentRow> departments;
  private @Nullable List<TouchpointRow> touchpoints;
  private @Nullable List<SurveyRow> surveyRows;

  /** The restrictions in force. */
  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    Map<String, String> parameters = address.filter().parameters();
    if (address.filter().scoreFrom() != null || address.filter().scoreTo() != null) {
      int from = address.filter().scoreFrom() == null ? 0 : address.filter().scoreFrom();
      int to = address.filter().scoreTo() == null ? 10 : address.filter().scoreTo();
      chips.add(new Chip("score", from + "–" + to, address.without("scoreFrom", "scoreTo")));
    }
    for (String name : ListAddress.FILTERS) {
      String value = parameters.get(name);
      if (value != null && !name.startsWith("score")) {
        chips.add(new Chip(name, chipText(name, value), address.without(name)));
      }
    }
    return chips;
  }

  private String chipText(String name, String value) {
    return switch (name) {
      case "state" -> stateText(value);
      case "due", "clock", "severity" ->
          caseWords.text(name + "." + value.toUpperCase(Locale.ROOT));
      case "owner" -> name(getOwners(), value, PersonRow::username, PersonRow::name);
      case "department" -> name(getDepartments(), value, DepartmentRow::key, DepartmentRow::name);
      case "touchpoint" -> name(getTouchpoints(), value, TouchpointRow::key, TouchpointRow::name);
      case "survey" -> name(getSurveys(), value, SurveyRow::key, SurveyRow::name);
      case "cause" ->
          name(causes.suggestions(null), value, row -> row.id().toString(), CauseRow::title);
      default -> value;
    };
  }

  private String stateText(String value) {
    if (value.equals("active")) {
      return caseWords.text("state.active");
    }
    return Arrays.stream(value.split(","))
        .map(one -> caseWords.text("state." + one.toUpperCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private static <T> String name(
      List<T> rows,
      String value,
      java.util.function.Function<T, String> key,
      java.util.function.Function<T, String> text) {
    return rows.stream()
        .filter(row -> key.apply(row).equals(value))
        .map(text)
        .findFirst()
        .orElse(value);
  }

  /** The filter as the form shows it. */
  public CaseFilter getFilter() {
    return address.filter();
  }

  /** Whether the form offers this state as chosen. */
  public boolean isChosen(CaseState state) {
    return address.filter().states().contains(state);
  }

  /** States to filter by. */
  public CaseState[] getStates() {
    return CaseState.values();
  }

  /** Severities to filter by, the worst first. */
  public List<Severity> getSeverities() {
    return List.of(Severity.CRITICAL, Severity.HIGH, Severity.NORMAL);
  }

  /** Due windows to filter by. */
  public DueWindow[] getDueWindows() {
    return DueWindow.values();
  }

  /** Clocks to filter by. */
  public ClockKind[] getClockKinds() {
    return ClockKind.values();
  }

  /** People who can own a case. */
  public List<PersonRow> getOwners() {
    List<PersonRow> known = owners;
    if (known == null) {
      known = organisation.owners();
      owners = known;
    }
    return known;
  }

  /** All departments. */
  public List<DepartmentRow> getDepartments() {
    List<DepartmentRow> known = departments;
    if (known == null) {
      known = organisation.departments();
      departments = known;
    }
    return known;
  }

  /** All touchpoints, in the order of the journey. */
  public List<TouchpointRow> getTouchpoints() {
    List<TouchpointRow> known = touchpoints;
    if (known == null) {
      known = journey.touchpoints();
      touchpoints = known;
    }
    return known;
  }

  /** All surveys. */
  public List<SurveyRow> getSurveys() {
    List<SurveyRow> known = surveyRows;
    if (known == null) {
      known = surveys.list();
      surveyRows = known;
    }
    return known;
  }
}
