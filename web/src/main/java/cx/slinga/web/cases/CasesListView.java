package cx.slinga.web.cases;

import cx.slinga.cases.CaseCounts;
import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseState;
import cx.slinga.cases.ClockKind;
import cx.slinga.cases.DueWindow;
import cx.slinga.cases.Severity;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.TouchpointRow;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import cx.slinga.web.shared.Addresses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of cases. All of its state stands in the URL: filter, order, page, row height and the
 * case that is looked at beside the list; so each change is a link, and back, refresh and bookmark
 * work. Without any filter it shows what is open; {@code view=all} shows everything.
 */
@Named
@RequestScoped
public class CasesListView {
  /** Rows of a page. */
  static final int SIZE = 25;

  /** In the order of the chips; each is a parameter of {@link CaseFilter}. */
  private static final List<String> FILTERS =
      List.of(
          "state",
          "due",
          "clock",
          "severity",
          "owner",
          "department",
          "touchpoint",
          "scoreFrom",
          "scoreTo",
          "survey",
          "cause",
          "q");

  /**
   * A restriction in force.
   *
   * @param key of its name: {@code filter.<key>}
   * @param without the list without it
   */
  public record Chip(String key, String value, String without) {}

  /**
   * A view that most need daily.
   *
   * @param key of its name: {@code tab.<key>}
   * @param count null where counting would cost too much
   */
  public record Tab(String key, String url, @Nullable Long count, boolean current) {}

  @Inject private HttpServletRequest request;
  @Inject private CaseQueries cases;
  @Inject private CaseFilterQueries filters;
  @Inject private CurrentUser currentUser;
  @Inject private OrganisationQueries organisation;
  @Inject private JourneyQueries journey;
  @Inject private SurveyQueries surveys;
  @Inject private CauseQueries causes;
  @Inject private CaseWords caseWords;
  @Inject private Clock clock;

  private CaseFilter filter = CaseFilter.all();
  private CaseSort sort = CaseSort.DUE;
  private Page<CaseRow> page = new Page<>(List.of(), null);
  private long total;
  private @Nullable CaseCounts counts;
  private @Nullable CaseDetails look;
  private @Nullable List<PersonRow> owners;
  private @Nullable List<DepartmentRow> departments;
  private @Nullable List<TouchpointRow> touchpoints;
  private @Nullable List<SurveyRow> surveyRows;

  /** Reads the URL and then the rows. */
  public void load() {
    Visibility visibility = currentUser.get().cases();
    Set<String> ignored = new HashSet<>();
    filter = readFilter(ignored);
    sort = readSort();
    page = readPage(visibility);
    total = cases.count(visibility, filter);
    counts = cases.counts(visibility);
    look = readLook(visibility);
  }

  private CaseFilter readFilter(Set<String> ignored) {
    while (true) {
      try {
        return filters.known(
            CaseFilter.parse(name -> ignored.contains(name) ? null : parameter(name)));
      } catch (BusinessException unknown) {
        // said in words and ignored: an old bookmark still shows a list
        String field = unknown.field();
        if (field == null || !ignored.add(field)) {
          throw unknown;
        }
        say(unknown);
      }
    }
  }

  private CaseSort readSort() {
    try {
      return CaseSort.parse(raw("sort"));
    } catch (BusinessException unknown) {
      say(unknown);
      return CaseSort.DUE;
    }
  }

  private Page<CaseRow> readPage(Visibility visibility) {
    String after = raw("after");
    try {
      return cases.list(visibility, filter, sort, after, SIZE);
    } catch (BusinessException unknown) {
      if (after == null) {
        throw unknown;
      }
      say(unknown);
      return cases.list(visibility, filter, sort, null, SIZE);
    }
  }

  private @Nullable CaseDetails readLook(Visibility visibility) {
    String number = raw("look");
    try {
      return number == null ? null : cases.details(visibility, number);
    } catch (NotFoundException gone) {
      say(gone);
      return null;
    }
  }

  /** The parameter; what is open where the URL says nothing. */
  private @Nullable String parameter(String name) {
    if (name.equals("state") && isDefault()) {
      return "active";
    }
    return raw(name);
  }

  private boolean isDefault() {
    return raw("view") == null && FILTERS.stream().allMatch(name -> raw(name) == null);
  }

  /** The first value that is not blank; a form can send a name twice, as states do. */
  private @Nullable String raw(String name) {
    String[] values = request.getParameterValues(name);
    if (values == null) {
      return null;
    }
    String joined =
        Arrays.stream(values)
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.joining(","));
    return joined.isEmpty() ? null : joined;
  }

  private static void say(BusinessException refusal) {
    FacesContext context = FacesContext.getCurrentInstance();
    String text = Messages.text(context.getViewRoot().getLocale(), refusal);
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
  }

  /** The rows of this page. */
  public List<CaseRow> getRows() {
    return page.items();
  }

  /** How many cases the filter names. */
  public long getTotal() {
    return total;
  }

  /** The restrictions in force. */
  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    Map<String, String> parameters = filter.parameters();
    if (filter.scoreFrom() != null || filter.scoreTo() != null) {
      int from = filter.scoreFrom() == null ? 0 : filter.scoreFrom();
      int to = filter.scoreTo() == null ? 10 : filter.scoreTo();
      chips.add(new Chip("score", from + "–" + to, without("scoreFrom", "scoreTo")));
    }
    for (String name : FILTERS) {
      String value = parameters.get(name);
      if (value != null && !name.startsWith("score")) {
        chips.add(new Chip(name, chipText(name, value), without(name)));
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

  /** The daily views, with what waits in each. */
  public List<Tab> getTabs() {
    CaseCounts now = counts;
    return List.of(
        tab("open", "state", "active", now == null ? null : now.active()),
        tab("late", "due", "late", now == null ? null : now.late()),
        tab("uncontacted", "clock", "contact", now == null ? null : now.uncontacted()),
        tab("resolved", "state", "resolved", now == null ? null : now.resolved()),
        tab("all", "view", "all", null));
  }

  private Tab tab(String key, String name, String value, @Nullable Long count) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(name, value);
    boolean current =
        filter.parameters().equals(name.equals("view") ? Map.of() : Map.of(name, value));
    return new Tab(key, url(parameters), count, current);
  }

  /** Where the list begins again without any restriction. */
  public String getAll() {
    return url(Map.of("view", "all"));
  }

  /** The next page; null on the last. */
  public @Nullable String getNext() {
    String next = page.next();
    return next == null ? null : with("after", next);
  }

  /** Whether this page is not the first. */
  public boolean isFurther() {
    return raw("after") != null;
  }

  /** The first page. */
  public String getFirst() {
    return url(state());
  }

  /** The same list in another order. */
  public String sorted(CaseSort other) {
    Map<String, String> parameters = state();
    if (other == CaseSort.DUE) {
      parameters.remove("sort");
    } else {
      parameters.put("sort", other.parameter());
    }
    return url(parameters);
  }

  /** The order in force. */
  public CaseSort getSort() {
    return sort;
  }

  /** All orders. */
  public CaseSort[] getSorts() {
    return CaseSort.values();
  }

  /** Whether rows are low. */
  public boolean isDense() {
    return "dense".equals(raw("rows"));
  }

  /** The same page with rows of the height. */
  public String rows(boolean dense) {
    Map<String, String> parameters = here();
    if (dense) {
      parameters.put("rows", "dense");
    } else {
      parameters.remove("rows");
    }
    return url(parameters);
  }

  /** The case beside the list; null when none is looked at. */
  public @Nullable CaseDetails getLook() {
    return look;
  }

  /** Whether the row is the one beside the list. */
  public boolean looksAt(CaseRow row) {
    return look != null && look.row().number().equals(row.number());
  }

  /** The same page with this case beside it. */
  public String look(String number) {
    Map<String, String> parameters = here();
    parameters.put("look", number);
    return url(parameters);
  }

  /** The same page with the row before or after the one that is looked at; null at the ends. */
  public @Nullable String neighbour(int step) {
    List<CaseRow> rows = page.items();
    for (int i = 0; i < rows.size(); i++) {
      if (looksAt(rows.get(i))) {
        int other = i + step;
        return other < 0 || other >= rows.size() ? null : look(rows.get(other).number());
      }
    }
    return null;
  }

  /** The same page with nothing beside it. */
  public String getUnlook() {
    Map<String, String> parameters = here();
    parameters.remove("look");
    return url(parameters);
  }

  /** The clocks of the case that is looked at. */
  public @Nullable ClockBar getClocks() {
    CaseDetails shown = look;
    return shown == null
        ? null
        : ClockBar.of(shown.row(), shown.calendar(), clock.instant(), kind -> List.of());
  }

  /** The export of what the filter names, in this order. */
  public String getExport() {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    if (sort != CaseSort.DUE) {
      parameters.put("sort", sort.parameter());
    }
    return url("/cases/export", parameters);
  }

  /** The filter as the form shows it. */
  public CaseFilter getFilter() {
    return filter;
  }

  /** Whether the form offers this state as chosen. */
  public boolean isChosen(CaseState state) {
    return filter.states().contains(state);
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

  /** Filter, order and row height, without the place in the list. */
  private Map<String, String> state() {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    if (parameters.isEmpty()) {
      parameters.put("view", "all");
    }
    if (sort != CaseSort.DUE) {
      parameters.put("sort", sort.parameter());
    }
    if (isDense()) {
      parameters.put("rows", "dense");
    }
    return parameters;
  }

  private Map<String, String> here() {
    Map<String, String> parameters = state();
    String after = raw("after");
    if (after != null) {
      parameters.put("after", after);
    }
    String shown = raw("look");
    if (shown != null) {
      parameters.put("look", shown);
    }
    return parameters;
  }

  private String with(String name, String value) {
    Map<String, String> parameters = state();
    parameters.put(name, value);
    return url(parameters);
  }

  private String without(String... names) {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    Arrays.asList(names).forEach(parameters::remove);
    if (parameters.isEmpty()) {
      parameters.put("view", "all");
    }
    if (sort != CaseSort.DUE) {
      parameters.put("sort", sort.parameter());
    }
    if (isDense()) {
      parameters.put("rows", "dense");
    }
    return url(parameters);
  }

  private String url(Map<String, String> parameters) {
    return url("/cases/list.xhtml", parameters);
  }

  private String url(String path, Map<String, String> parameters) {
    return Addresses.of(request.getContextPath() + path, parameters);
  }
}
