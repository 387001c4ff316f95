package cx.slinga.web.departments;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.organisation.DepartmentNode;
import cx.slinga.organisation.DepartmentQueries;
import cx.slinga.organisation.DepartmentService;
import cx.slinga.organisation.SaveDepartment;
import cx.slinga.security.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tree of departments. Beside it one form: a new department, or the one that the URL names. */
@Named
@ViewScoped
public class DepartmentsListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/departments/list.xhtml?faces-redirect=true";

  @Inject private transient CurrentUser currentUser;
  @Inject private transient DepartmentQueries queries;
  @Inject private transient DepartmentService service;

  private @Nullable String edit;
  private String key = "";
  private String name = "";
  private String parent = "";
  private String calendar = CalendarKey.SWEDEN.name();
  private boolean open = true;
  private @Nullable Integer projects = 3;
  private @Nullable Long version;
  private transient @Nullable List<DepartmentNode> nodes;

  /** Fills the form with what the URL names; something unknown leaves it new. */
  public void load() {
    getNodes().stream()
        .filter(d -> d.key().equals(edit))
        .findFirst()
        .ifPresentOrElse(
            d -> {
              name = d.name();
              parent = d.parentKey() == null ? "" : d.parentKey();
              calendar = d.calendar().name();
              open = d.open();
              version = d.version();
              projects = d.projectLimit();
            },
            () -> edit = null);
  }

  /** Adds or changes the department. */
  public String save() {
    SaveDepartment typed =
        new SaveDepartment(
            name, parent.isBlank() ? null : parent, CalendarKey.valueOf(calendar), open, projects);
    if (edit == null) {
      service.add(key.strip(), typed);
    } else {
      service.change(edit, version, typed);
    }
    return LIST;
  }

  /** All departments in the order of the tree. */
  public List<DepartmentNode> getNodes() {
    List<DepartmentNode> read = nodes;
    if (read == null) {
      read = queries.tree(currentUser.get().counts());
      nodes = read;
    }
    return read;
  }

  /** Those that can be chosen: open ones. */
  public List<DepartmentNode> getChoices() {
    return getNodes().stream().filter(DepartmentNode::open).toList();
  }

  public CalendarKey[] getCalendars() {
    return CalendarKey.values();
  }

  public @Nullable String getEdit() {
    return edit;
  }

  public void setEdit(@Nullable String edit) {
    this.edit = edit;
  }

  public String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = Objects.requireNonNullElse(key, "");
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Objects.requireNonNullElse(name, "");
  }

  public String getParent() {
    return parent;
  }

  public void setParent(@Nullable String parent) {
    this.parent = Objects.requireNonNullElse(parent, "");
  }

  public String getCalendar() {
    return calendar;
  }

  public void setCalendar(@Nullable String calendar) {
    this.calendar = Objects.requireNonNullElse(calendar, CalendarKey.SWEDEN.name());
  }

  public @Nullable Integer getProjects() {
    return projects;
  }

  public void setProjects(@Nullable Integer projects) {
    this.projects = projects;
  }

  public boolean isOpen() {
    return open;
  }

  public void setOpen(boolean open) {
    this.open = open;
  }
}
