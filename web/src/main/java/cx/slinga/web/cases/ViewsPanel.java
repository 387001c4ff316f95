package cx.slinga.web.cases;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.savedview.SavedView;
import cx.slinga.savedview.SavedViewQueries;
import cx.slinga.savedview.SavedViewService;
import cx.slinga.security.Caller;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.web.shared.Addresses;
import cx.slinga.web.shared.Words;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The saved views above the list of cases, as tabs with what waits in each, and the forms to save
 * the list that is shown, to rename its view and to delete it. A view is an address: the list never
 * depends on the view that it was opened through.
 */
@Named
@ViewScoped
public class ViewsPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Counting goes so far and then says "more than". */
  private static final int COUNTED = 999;

  /**
   * A saved view as a tab.
   *
   * @param count how many cases wait in it, in words
   */
  public record Tab(SavedView view, String url, String count, boolean current) {}

  @Inject private SavedViewService service;
  @Inject private SavedViewQueries queries;
  @Inject private CaseQueries cases;
  @Inject private OrganisationQueries organisation;
  @Inject private CurrentUser currentUser;
  @Inject private CaseWords caseWords;
  @Inject private Words words;

  private Map<String, String> shown = Map.of();
  private String name = "";
  private @Nullable String department;
  private @Nullable UUID currentId;
  private String newName = "";
  private transient @Nullable List<Tab> tabs;

  /** The list that can be saved. */
  void standsOver(Map<String, String> parameters) {
    shown = new LinkedHashMap<>(parameters);
    getTabs().stream()
        .filter(tab -> tab.current() && tab.view().own())
        .findFirst()
        .ifPresent(
            tab -> {
              currentId = tab.view().id();
              newName = tab.view().name();
            });
  }

  /** All that this person has, and what departments share. */
  public List<Tab> getTabs() {
    List<Tab> known = tabs;
    if (known == null) {
      Caller caller = currentUser.get();
      known = queries.mine().stream().map(view -> tab(view, caller)).toList();
      tabs = known;
    }
    return known;
  }

  private Tab tab(SavedView view, Caller caller) {
    return new Tab(
        view, url(view.parameters()), count(view, caller), shown.equals(view.parameters()));
  }

  private String count(SavedView view, Caller caller) {
    try {
      CaseFilter filter = CaseFilter.parse(view.parameters()::get);
      long count = cases.countUpTo(caller.cases(), filter, COUNTED + 1);
      return count > COUNTED ? caseWords.say("number.over", (long) COUNTED) : words.number(count);
    } catch (BusinessException gone) {
      return ""; // names something that is there no more; the list says what
    }
  }

  private static String url(Map<String, String> parameters) {
    String list =
        FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath()
            + "/cases/list.xhtml";
    return Addresses.of(list, parameters);
  }

  /** Keeps the list that is shown under a name. */
  public void save() {
    String shared = department == null || department.isBlank() ? null : department;
    service.save(name, shown, shared);
    showAgain();
  }

  /** Gives the view that is shown another name. */
  public void rename() {
    service.rename(current(), newName);
    showAgain();
  }

  /** Forgets the view that is shown; the list stays. */
  public void delete() {
    service.delete(current());
    showAgain();
  }

  private UUID current() {
    UUID id = currentId;
    if (id == null) {
      throw new IllegalStateException("no view of one's own is shown");
    }
    return id;
  }

  private void showAgain() {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(url(shown));
      FacesContext.getCurrentInstance().responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the list that is shown is a view of one's own. */
  public boolean isOwn() {
    return currentId != null;
  }

  /** With whom this person may share a view. */
  public List<DepartmentRow> getDepartments() {
    Caller caller = currentUser.get();
    return caller.is(Roles.CX_OWNER)
        ? organisation.departments()
        : caller.is(Roles.DEPARTMENT_HEAD)
            ? organisation.departments().stream()
                .filter(one -> caller.departments().contains(one.id()))
                .toList()
            : List.of();
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = department;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(@Nullable String newName) {
    this.newName = newName == null ? "" : newName;
  }
}
