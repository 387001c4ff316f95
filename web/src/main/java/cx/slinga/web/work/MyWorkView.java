package cx.slinga.web.work;

import cx.slinga.actionplan.ActionFilter;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.cases.CaseCountQueries;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseTotal;
import cx.slinga.imports.ImportQueries;
import cx.slinga.imports.ImportRow;
import cx.slinga.insight.CauseShare;
import cx.slinga.insight.DepartmentLoad;
import cx.slinga.insight.InsightQueries;
import cx.slinga.insight.NpsFigure;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.security.Visibility;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import cx.slinga.web.cases.NextStep;
import cx.slinga.web.shared.Addresses;
import cx.slinga.web.shared.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The start page: what needs this person today, and beside it the whole picture. Who owns cases
 * without heading anything sees the own ones; a head those of the departments; the CX owner and the
 * auditor all. An administrator sees imports and departments and no case.
 */
@Named
@RequestScoped
public class MyWorkView {
  /** Rows of a group; what is more is a link away. */
  private static final int ROWS = 5;

  private static final int CAUSES = 6;

  /**
   * Cases that need somebody for the same reason.
   *
   * @param key of its words: {@code group.<key>}
   * @param css {@code late}, {@code soon} or empty
   * @param count how many there are, not only those shown
   * @param url the whole list
   */
  public record Group(
      String key, String css, String icon, CaseTotal count, List<CaseRow> rows, String url) {
    /** How many are not shown; 0 when nobody counted so far. */
    public long more() {
      return count.kind() == CaseTotal.Kind.EXACT ? count.cases() - rows.size() : 0;
    }
  }

  /** A count that leads to its cases. */
  public record Count(String key, String css, String icon, CaseTotal count, String url) {}

  /** A survey's score, for the drawing. */
  public record Score(String name, NpsFigure figure) {}

  @Inject private HttpServletRequest request;
  @Inject private CurrentUser currentUser;
  @Inject private CaseQueries cases;
  @Inject private CaseCountQueries counters;
  @Inject private ActionQueries actionQueries;
  @Inject private InsightQueries insight;
  @Inject private SurveyQueries surveyQueries;
  @Inject private ImportQueries importQueries;
  @Inject private OrganisationQueries organisation;
  @Inject private WorkWords workWords;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable Caller caller;
  private CaseTotal openedToday = CaseTotal.NONE;
  private List<Count> strip = List.of();
  private List<Group> groups = List.of();
  private List<ActionRow> actions = List.of();
  private long actionCount;
  private List<Score> scores = List.of();
  private List<CauseShare> causes = List.of();
  private List<DepartmentLoad> load = List.of();

  /** Reads what this person's role sees. */
  public void load() {
    caller = currentUser.get();
    if (!isCases()) {
      return;
    }
    Visibility visibility = visibility();
    openedToday = counters.openedToday(visibility);
    strip = readStrip(visibility);
    groups = readGroups(visibility);
    actions = actionQueries.mine(caller().cases());
    actionCount =
        actions.isEmpty()
            ? 0
            : actionQueries.count(caller().cases(), ActionFilter.parse(own()::get));
    readPicture(caller().cases());
  }

  private Caller caller() {
    Caller known = caller;
    if (known == null) {
      known = currentUser.get();
      caller = known;
    }
    return known;
  }

  /** Own cases for who only owns cases, else all within sight. */
  private Visibility visibility() {
    return isOwnOnly() ? caller().workable() : caller().cases();
  }

  private boolean isOwnOnly() {
    return caller().is(Roles.CASE_OWNER)
        && !caller().is(Roles.CX_OWNER)
        && !caller().is(Roles.DEPARTMENT_HEAD);
  }

  private List<Count> readStrip(Visibility visibility) {
    return List.of(
        count(visibility, "late", "late", "exclamation-circle", "due", "late"),
        count(visibility, "today", "soon", "clock", "due", "today"),
        count(visibility, "week", "", "calendar", "due", "week"),
        count(visibility, "uncontacted", "", "phone", "clock", "contact"),
        count(visibility, "resolved", "", "check-circle", "state", "resolved"),
        new Count("opened", "", "inbox", openedToday, list(parameters("sort", "opened_newest"))));
  }

  private Count count(
      Visibility visibility, String key, String css, String icon, String name, String value) {
    Map<String, String> parameters = parameters(name, value);
    CaseTotal total = cases.total(visibility, CaseFilter.parse(parameters::get));
    return new Count(key, total.cases() == 0 ? "" : css, icon, total, list(parameters));
  }

  private List<Group> readGroups(Visibility visibility) {
    List<Group> read = new ArrayList<>();
    add(read, visibility, "late", "late", "exclamation-circle", "late", "due", "late");
    add(read, visibility, "today", "soon", "clock", "today", "due", "today");
    if (read.isEmpty()) {
      add(read, visibility, "next", "", "calendar", "week", "due", "week");
    }
    if (caller().is(Roles.CX_OWNER) || caller().is(Roles.AUDITOR)) {
      add(read, visibility, "resolved", "", "check-circle", "resolved", "state", "resolved");
    }
    return List.copyOf(read);
  }

  private void add(
      List<Group> read,
      Visibility visibility,
      String key,
      String css,
      String icon,
      String counted,
      String name,
      String value) {
    Map<String, String> parameters = parameters(name, value);
    List<CaseRow> rows =
        cases.list(visibility, CaseFilter.parse(parameters::get), CaseSort.DUE, null, ROWS).items();
    if (rows.isEmpty()) {
      return;
    }
    CaseTotal total =
        strip.stream()
            .filter(one -> one.key().equals(counted))
            .map(Count::count)
            .findFirst()
            .orElse(CaseTotal.NONE)
            .seeing(rows.size());
    read.add(new Group(key, css, icon, total, rows, list(parameters)));
  }

  private void readPicture(Visibility visibility) {
    List<SurveyRow> answered = SurveyRow.large(surveyQueries.list()).stream().limit(2).toList();
    scores =
        answered.stream()
            .map(survey -> new Score(survey.name(), insight.nps(survey.key())))
            .filter(score -> score.figure().n() > 0)
            .toList();
    if (!answered.isEmpty()) {
      causes = insight.causes(visibility, answered.get(0).key()).stream().limit(CAUSES).toList();
    }
    load = insight.load(caller().insight()).stream().filter(one -> one.open() > 0).toList();
  }

  /** Today, in full. */
  public String getToday() {
    return words.fullDate(clock.instant());
  }

  /** Whether this person sees cases at all. */
  public boolean isCases() {
    return caller().cases().scope() != Visibility.Scope.NONE;
  }

  /** Whether this person keeps accounts and imports. */
  public boolean isAdministrator() {
    return caller().is(Roles.ADMINISTRATOR);
  }

  /** How many cases were opened today. */
  public String getOpenedToday() {
    return workWords.opened(openedToday);
  }

  /** What needs somebody, counted. */
  public List<Count> getStrip() {
    return strip;
  }

  /** Cases by why they need somebody; empty on a good day. */
  public List<Group> getGroups() {
    return groups;
  }

  /** The person's own open actions, soonest first, as many as a group shows. */
  public List<ActionRow> getActions() {
    return actions.stream().limit(ROWS).toList();
  }

  /** How many own actions are open. */
  public long getActionCount() {
    return actionCount;
  }

  /** The list of the own open actions. */
  public String getActionsUrl() {
    return Addresses.of(request.getContextPath() + "/actions/list.xhtml", own());
  }

  private Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("state", "open");
    own.put("owner", caller().username());
    return own;
  }

  /** Whether the action's day has passed. */
  public boolean isOverdue(ActionRow action) {
    return action.isOverdue(today());
  }

  /** Whether the action is for today. */
  public boolean isToday(ActionRow action) {
    return action.deadline().equals(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CaseQueries.ZONE);
  }

  /** The thing to do next with the case, by this person. */
  public NextStep step(CaseRow row) {
    return NextStep.of(
        row, row.ownerUsername().equals(caller().username()), caller().is(Roles.CX_OWNER));
  }

  /** Whether rows end in a verb: not for who only reads. */
  public boolean isVerbs() {
    return caller().workable().scope() != Visibility.Scope.NONE;
  }

  /** The score of the latest large survey, and the one before for comparison. */
  public List<Score> getScores() {
    return scores;
  }

  /** Lower end of the score's axis: a multiple of ten. */
  public double getScoreFrom() {
    double low = scores.stream().mapToDouble(s -> s.figure().low()).min().orElse(0);
    return Math.max(-100, Math.floor(low / 10) * 10);
  }

  /** Upper end of the score's axis: a multiple of ten, at least twenty above the lower. */
  public double getScoreTo() {
    double high = scores.stream().mapToDouble(s -> s.figure().high()).max().orElse(0);
    double from = getScoreFrom();
    return Math.max(from + 20, Math.ceil(high / 10) * 10);
  }

  /** Three figures along the score's axis. */
  public List<Double> getScoreTicks() {
    double from = getScoreFrom();
    double to = getScoreTo();
    return List.of(from, (from + to) / 2, to);
  }

  /** Root causes by how much of the dissatisfaction they stand for. */
  public List<CauseShare> getCauses() {
    return causes;
  }

  /** The end of the causes' axis. */
  public double getCauseTo() {
    return causes.stream().mapToDouble(CauseShare::high).max().orElse(1);
  }

  /** The cases of a cause. */
  public String causeUrl(CauseShare cause) {
    return list(parameters("cause", cause.id().toString()));
  }

  /** What lies with each department. */
  public List<DepartmentLoad> getLoad() {
    return load;
  }

  /** The cases of a department. */
  public String loadUrl(DepartmentLoad one) {
    Map<String, String> parameters = parameters("state", "active");
    parameters.put("department", one.key());
    return list(parameters);
  }

  /** How many cases are open with all departments. */
  public long getOpen() {
    return load.stream().mapToLong(DepartmentLoad::open).sum();
  }

  /** Width of a bar of 92 for so many cases, as wide as the largest load. */
  public String bar(long number) {
    long most = load.stream().mapToLong(DepartmentLoad::open).max().orElse(1);
    double width = number == 0 ? 0 : Math.max(1.5, 92.0 * number / Math.max(1, most));
    return String.format(java.util.Locale.ROOT, "%.1f", width);
  }

  /** The last imports. */
  public List<ImportRow> getImports() {
    return importQueries.list(null, ROWS).items();
  }

  /** All departments with their heads. */
  public List<DepartmentRow> getDepartments() {
    return organisation.departments();
  }

  /** The list of everything this person sees. */
  public String getAll() {
    return list(Map.of("view", "all"));
  }

  private Map<String, String> parameters(String name, String value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(name, value);
    if (name.equals("sort")) {
      parameters.put("state", "active");
    }
    if (isOwnOnly() && !name.equals("cause")) {
      parameters.put("owner", caller().username());
    }
    return parameters;
  }

  private String list(Map<String, String> parameters) {
    return Addresses.of(request.getContextPath() + "/cases/list.xhtml", parameters);
  }
}
