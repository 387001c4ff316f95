package cx.slinga.web.actions;

import cx.slinga.actionplan.ActionBulkResult;
import cx.slinga.actionplan.ActionBulkService;
import cx.slinga.actionplan.ActionCounts;
import cx.slinga.actionplan.ActionFilter;
import cx.slinga.actionplan.ActionKind;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.actionplan.ActionRow;
import cx.slinga.actionplan.ActionService;
import cx.slinga.actionplan.ActionSort;
import cx.slinga.actionplan.ActionState;
import cx.slinga.actionplan.ChangeActions;
import cx.slinga.cases.DueWindow;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Page;
import cx.slinga.web.shared.Addresses;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The list of actions: the own ones, or all within sight. Filter, order and page stand in the URL;
 * what is selected is changed together, each action by its own rules.
 */
@Named
@ViewScoped
public class ActionsListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 25;
  private static final List<String> FILTERS =
      List.of("state", "owner", "department", "kind", "due", "cause", "project");

  /** A view of the list that is a click away. */
  public record Tab(String key, String url, @Nullable Long count, boolean current) {}

  /** A restriction that can be taken away. */
  public record Chip(String key, String value, String without) {}

  /** An action that was left as it was. */
  public record Refused(String title, String why) implements Serializable {}

  @Inject private ActionQueries queries;
  @Inject private ActionService service;
  @Inject private ActionBulkService bulk;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private ActionWords actionWords;

  private final Map<String, String> given = new LinkedHashMap<>();
  private ActionsForm form = new ActionsForm();
  private final HashMap<UUID, ActionsForm> moves = new HashMap<>();
  private int changed;
  private List<Refused> refused = List.of();
  private boolean tried;

  private transient @Nullable Map<String, Object> read;

  /** Reads the filter from the URL; without one, the reader's own open actions are shown. */
  public void load() {
    Map<String, String> asked =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    for (String name :
        List.of(
            "state", "owner", "department", "kind", "due", "cause", "project", "sort", "after")) {
      String value = asked.get(name);
      if (value != null && !value.isBlank()) {
        given.put(name, value.strip());
      }
    }
    if (FILTERS.stream().noneMatch(given::containsKey) && !"all".equals(asked.get("view"))) {
      given.put("state", "open");
      given.put("owner", caller().username());
    }
    try {
      getRows();
    } catch (BusinessException unknown) {
      given.clear();
      read = null;
      say(FacesMessage.SEVERITY_WARN, actionWords.refusal(unknown));
    }
  }

  // what is done

  /** Says that one is done. */
  public void complete(ActionRow row) {
    service.complete(row.id(), row.version(), null, null);
    shown(actionWords.say("said.done", row.title()));
  }

  /** One will be done by another day. */
  public void moveOne(ActionRow row) {
    ActionsForm typed = moving(row);
    LocalDate to = typed.getDeadline();
    if (to == null) {
      throw BusinessException.ofField("deadline", "action.deadline-missing");
    }
    service.moveDeadline(row.id(), row.version(), to, typed.getReason());
    moves.remove(row.id());
    shown(actionWords.say("said.moved", row.title()));
  }

  /** Gives the selected ones to another owner. */
  public void assign() {
    change(ChangeActions.Verb.ASSIGN);
  }

  /** Moves the deadline of the selected ones. */
  public void move() {
    change(ChangeActions.Verb.MOVE);
  }

  /** Says that the selected ones are done. */
  public void finish() {
    change(ChangeActions.Verb.DONE);
  }

  private void change(ChangeActions.Verb verb) {
    List<UUID> picked = picked();
    if (picked.isEmpty()) {
      say(FacesMessage.SEVERITY_ERROR, actionWords.text("bulk.none"));
      FacesContext.getCurrentInstance().validationFailed();
      return;
    }
    Map<UUID, String> titles =
        getRows().stream().collect(Collectors.toMap(ActionRow::id, ActionRow::title, (a, b) -> a));
    ActionBulkResult result =
        bulk.change(
            new ChangeActions(picked, verb, form.getOwner(), form.getDeadline(), form.getReason()));
    changed = result.done();
    refused =
        result.refused().stream()
            .map(
                one ->
                    new Refused(
                        titles.getOrDefault(one.id(), one.id().toString()),
                        actionWords.refusal(one.reason())))
            .toList();
    tried = true;
    form = new ActionsForm();
    shown(actionWords.say("bulk.done", changed, refused.size()));
  }

  private static List<UUID> picked() {
    String[] values =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get("pick");
    if (values == null) {
      return List.of();
    }
    return Stream.of(values).map(ActionsListView::uuid).toList();
  }

  private static UUID uuid(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw BusinessException.ofField("ids", "filter.unknown-value", value);
    }
  }

  private void shown(String said) {
    read = null;
    say(FacesMessage.SEVERITY_INFO, said);
    PrimeFaces.current().ajax().update("list");
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
  }

  // what is shown

  /** The rows of this page. */
  public List<ActionRow> getRows() {
    return page().items();
  }

  private Page<ActionRow> page() {
    return once(
        "page", () -> queries.list(visibility(), getFilter(), getSort(), given.get("after"), SIZE));
  }

  /** How many actions the filter names. */
  public long getTotal() {
    return once("total", () -> queries.count(visibility(), getFilter()));
  }

  /** What is typed about the deadline of one action. */
  public ActionsForm moving(ActionRow row) {
    return moves.computeIfAbsent(row.id(), id -> new ActionsForm());
  }

  /** Whether this person may move the deadline of the action. */
  public boolean mayMove(ActionRow row) {
    return row.state() == ActionState.OPEN && plannable().contains(row.id());
  }

  /** Whether this person may say of the action that it is done. */
  public boolean mayEnd(ActionRow row) {
    return row.state() == ActionState.OPEN
        && (row.ownerUsername().equals(caller().username())
            ? caller().workable().scope() != Visibility.Scope.NONE
            : plannable().contains(row.id()));
  }

  private Set<UUID> plannable() {
    return once(
        "plannable",
        () -> queries.lying(caller().workable(), getRows().stream().map(ActionRow::id).toList()));
  }

  /** Whether anything can be selected: not for who only reads. */
  public boolean isWork() {
    return caller().workable().scope() != Visibility.Scope.NONE && !getRows().isEmpty();
  }

  /** The daily views, with what waits in each. */
  public List<Tab> getTabs() {
    ActionCounts counts = once("counts", () -> queries.counts(visibility()));
    String me = caller().username();
    return List.of(
        tab("mine", Map.of("state", "open", "owner", me), counts.mine()),
        tab("open", Map.of("state", "open"), counts.open()),
        tab("late", Map.of("due", "late"), counts.late()),
        tab("done", Map.of("state", "done"), null),
        tab("all", Map.of(), null));
  }

  private Tab tab(String key, Map<String, String> filter, @Nullable Long count) {
    return new Tab(key, url(filter), count, getFilter().parameters().equals(filter));
  }

  /** The restrictions in force. */
  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    getFilter()
        .parameters()
        .forEach(
            (name, value) -> {
              Map<String, String> without = new LinkedHashMap<>(getFilter().parameters());
              without.remove(name);
              chips.add(new Chip(name, chip(name, value), url(without)));
            });
    return chips;
  }

  private String chip(String name, String value) {
    return switch (name) {
      case "owner" ->
          getPeople().stream()
              .filter(person -> person.username().equals(value))
              .map(PersonRow::name)
              .findFirst()
              .orElse(value);
      case "department" ->
          getDepartments().stream()
              .filter(one -> one.key().equals(value))
              .map(DepartmentRow::name)
              .findFirst()
              .orElse(value);
      case "cause" ->
          getRows().stream()
              .map(ActionRow::cause)
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(value);
      case "project" -> value;
      default -> actionWords.text(name + "." + value.toUpperCase(Locale.ROOT));
    };
  }

  /** Where the list begins again without any restriction. */
  public String getAll() {
    return url(Map.of());
  }

  /** The next page; null on the last. */
  public @Nullable String getNext() {
    String next = page().next();
    return next == null ? null : url(getFilter().parameters(), "after", next);
  }

  /** Whether this page is not the first. */
  public boolean isFurther() {
    return given.containsKey("after");
  }

  /** The first page. */
  public String getFirst() {
    return url(getFilter().parameters());
  }

  /** The same list the other way round. */
  public String getTurned() {
    Map<String, String> parameters = new LinkedHashMap<>(getFilter().parameters());
    if (getSort() == ActionSort.DEADLINE) {
      parameters.put("sort", ActionSort.DEADLINE_LAST.parameter());
    }
    return address(parameters);
  }

  /** The order in force. */
  public ActionSort getSort() {
    return ActionSort.parse(given.get("sort"));
  }

  public ActionFilter getFilter() {
    return ActionFilter.parse(given::get);
  }

  /** States to filter by. */
  public ActionState[] getStates() {
    return ActionState.values();
  }

  /** Kinds to filter by. */
  public ActionKind[] getKinds() {
    return ActionKind.values();
  }

  /** Due windows to filter by. */
  public DueWindow[] getDueWindows() {
    return DueWindow.values();
  }

  /** People who can own an action. */
  public List<PersonRow> getPeople() {
    return once("people", organisation::owners);
  }

  /** All departments. */
  public List<DepartmentRow> getDepartments() {
    return once("departments", organisation::departments);
  }

  /** Whether a change of several was asked for on this page. */
  public boolean isTried() {
    return tried;
  }

  /** How many were changed. */
  public int getChanged() {
    return changed;
  }

  /** Those that were left as they were. */
  public List<Refused> getRefused() {
    return refused;
  }

  public ActionsForm getForm() {
    return form;
  }

  private String url(Map<String, String> filter) {
    return url(filter, "", "");
  }

  private String url(Map<String, String> filter, String name, String value) {
    Map<String, String> parameters = new LinkedHashMap<>(filter);
    if (parameters.isEmpty()) {
      parameters.put("view", "all");
    }
    if (getSort() != ActionSort.DEADLINE) {
      parameters.put("sort", getSort().parameter());
    }
    if (!name.isEmpty()) {
      parameters.put(name, value);
    }
    return address(parameters);
  }

  private static String address(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (FILTERS.stream().noneMatch(all::containsKey)) {
      all.put("view", "all");
    }
    String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    return Addresses.of(context + "/actions/list.xhtml", all);
  }

  private Caller caller() {
    return once("caller", currentUser::get);
  }

  private Visibility visibility() {
    return caller().cases();
  }

  private <T> T once(String name, java.util.function.Supplier<T> question) {
    Map<String, Object> known = read;
    if (known == null) {
      known = new HashMap<>();
      read = known;
    }
    @SuppressWarnings("unchecked") // each name is used with one type
    T answer = (T) known.get(name);
    if (answer == null) {
      answer = question.get();
      known.put(name, answer);
    }
    return answer;
  }
}
