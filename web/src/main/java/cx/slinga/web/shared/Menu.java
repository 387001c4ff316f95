package cx.slinga.web.shared;

import static cx.slinga.security.Roles.ADMINISTRATOR;
import static cx.slinga.security.Roles.AUDITOR;
import static cx.slinga.security.Roles.CASE_OWNER;
import static cx.slinga.security.Roles.CX_OWNER;
import static cx.slinga.security.Roles.DEPARTMENT_HEAD;

import cx.slinga.actionplan.ActionFilter;
import cx.slinga.actionplan.ActionQueries;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places this person is offered, in the order of the day. A screen that is not there yet is not
 * in the menu. Offering is not permitting: the services check.
 */
@Named
@RequestScoped
public class Menu {
  private static final Set<String> SEE_CASES =
      Set.of(CX_OWNER, DEPARTMENT_HEAD, CASE_OWNER, AUDITOR);
  private static final Set<String> SET_UP = Set.of(CX_OWNER, ADMINISTRATOR);
  private static final List<MenuGroup> ALL =
      List.of(
          new MenuGroup(
              "daily",
              new MenuEntry(
                  "work",
                  "/index.xhtml",
                  "home",
                  Set.of(CX_OWNER, DEPARTMENT_HEAD, CASE_OWNER, AUDITOR, ADMINISTRATOR)),
              new MenuEntry("cases", "/cases/list.xhtml", "inbox", SEE_CASES),
              new MenuEntry("causes", "/causes/list.xhtml", "sitemap", SEE_CASES),
              new MenuEntry("actions", "/actions/list.xhtml", "list-check", SEE_CASES),
              new MenuEntry("projects", "/projects/list.xhtml", "flag", SEE_CASES)),
          new MenuGroup(
              "insight", new MenuEntry("insight", "/insight/view.xhtml", "map", SEE_CASES)),
          new MenuGroup(
              "setup",
              new MenuEntry("rules", "/rules/list.xhtml", "sliders-h", SET_UP),
              new MenuEntry("calendars", "/calendars/view.xhtml", "calendar", SET_UP),
              new MenuEntry("journey", "/journey/list.xhtml", "compass", SET_UP),
              new MenuEntry("departments", "/departments/list.xhtml", "building", SET_UP),
              new MenuEntry(
                  "people",
                  "/people/list.xhtml",
                  "users",
                  Set.of(CX_OWNER, DEPARTMENT_HEAD, CASE_OWNER, ADMINISTRATOR)),
              new MenuEntry("templates", "/templates/list.xhtml", "file-edit", SET_UP),
              new MenuEntry("imports", "/imports/list.xhtml", "download", SET_UP),
              new MenuEntry("outbox", "/outbox/list.xhtml", "send", SET_UP)),
          new MenuGroup(
              "record",
              new MenuEntry("audit", "/audit/list.xhtml", "shield", Set.of(CX_OWNER, AUDITOR))));

  private static final Set<String> COUNTED = Set.of("causes", "actions");

  @Inject private HttpServletRequest request;
  @Inject private CauseQueries causes;
  @Inject private ActionQueries actions;
  @Inject private CurrentUser currentUser;
  private @Nullable List<MenuGroup> groups;
  private final Map<String, Long> waiting = new HashMap<>();

  /** The groups for this person; one without an entry is none. */
  public List<MenuGroup> getGroups() {
    List<MenuGroup> mine = groups;
    if (mine == null) {
      mine =
          ALL.stream()
              .map(group -> group.only(entry -> isForMe(entry) && exists(entry)))
              .filter(group -> !group.entries().isEmpty())
              .toList();
      groups = mine;
    }
    return mine;
  }

  private List<MenuEntry> entries() {
    return getGroups().stream().flatMap(group -> group.entries().stream()).toList();
  }

  /** The first three: a phone has no room for more beside search and the rest. */
  public List<MenuEntry> getFirst() {
    return entries().stream().limit(3).toList();
  }

  /** How much waits at the place; null where nothing is counted. */
  public @Nullable Long count(String key) {
    Long known = waiting.get(key);
    if (known == null && COUNTED.contains(key)) {
      known = key.equals("causes") ? Long.valueOf(causes.count()) : ownActions();
      waiting.put(key, known);
    }
    return known;
  }

  private Long ownActions() {
    Caller caller = currentUser.get();
    Map<String, String> mine = Map.of("state", "open", "owner", caller.username());
    return actions.count(caller.cases(), ActionFilter.parse(mine::get));
  }

  /** Whether this person is offered the place. */
  public boolean has(String key) {
    return entries().stream().anyMatch(e -> e.key().equals(key));
  }

  /** The screen of a place, for the breadcrumb; null when it is not offered. */
  public @Nullable String path(String key) {
    return entries().stream()
        .filter(e -> e.key().equals(key))
        .map(MenuEntry::path)
        .findFirst()
        .orElse(null);
  }

  private boolean isForMe(MenuEntry entry) {
    return entry.roles().stream().anyMatch(request::isUserInRole);
  }

  private boolean exists(MenuEntry entry) {
    try {
      return Objects.nonNull(request.getServletContext().getResource(entry.path()));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(entry.path(), e);
    }
  }
}
