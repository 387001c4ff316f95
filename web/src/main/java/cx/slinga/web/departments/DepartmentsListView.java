package cx.slinga.web.departments;

import cx.slinga.calendar.CalendarKey;
import cx.slinga.journey.JourneyQueries;
import cx.slinga.journey.ResponsibilityRow;
import cx.slinga.journey.TouchpointService;
import cx.slinga.organisation.DepartmentNode;
import cx.slinga.organisation.DepartmentQueries;
import cx.slinga.organisation.DepartmentService;
import cx.slinga.organisation.PeopleQueries;
import cx.slinga.organisation.PersonCard;
import cx.slinga.organisation.SaveDepartment;
import cx.slinga.security.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree of departments and the touchpoints that they answer for. Beside them one form: a new
 * department, or the department or touchpoint that the URL names.
 */
@Named
@ViewScoped
public class DepartmentsListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/departments/list.xhtml?faces-redirect=true";
  private static final int CHOICE = 1_000;

  @Inject private transient CurrentUser currentUser;
  @Inject private transient DepartmentQueries queries;
  @Inject private transient DepartmentService service;
  @Inject private transient JourneyQueries journey;
  @Inject private transient TouchpointService touchpointService;
  @Inject private transient PeopleQueries people;

  private @Nullable String edit;
  private @Nullable String touchpoint;
  private String key = "";
  private String name = "";
  private String parent = "";
  private String calendar = CalendarKey.SWEDEN.name();
  private boolean open = true;
  private @Nullable Long version;
  private String department = "";
  private String person = "";
  private transient @Nullable List<DepartmentNode> nodes;
  private transient @Nullable List<ResponsibilityRow> touchpoints;
  private transient @Nullable List<PersonCard> owners;

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
            },
            () -> edit = null);
    getTouchpoints().stream()
        .filter(t -> t.key().equals(touchpoint))
        .findFirst()
        .ifPresentOrElse(
            t -> {
              department = t.departmentKey();
              person = t.personUsername() == null ? "" : t.personUsername();
            },
            () -> touchpoint = null);
  }

  /** Adds or changes the department. */
  public String save() {
    SaveDepartment typed =
        new SaveDepartment(
            name, parent.isBlank() ? null : parent, CalendarKey.valueOf(calendar), open);
    if (edit == null) {
      service.add(key.strip(), typed);
    } else {
      service.change(edit, version, typed);
    }
    return LIST;
  }

  /** Gives the touchpoint to another department or person. */
  public String assign() {
    touchpointService.assign(
        String.valueOf(touchpoint), department, person.isBlank() ? null : person);
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

  public List<ResponsibilityRow> getTouchpoints() {
    List<ResponsibilityRow> read = touchpoints;
    if (read == null) {
      read = journey.responsibilities();
      touchpoints = read;
    }
    return read;
  }

  /** Those who can answer for a touchpoint. */
  public List<PersonCard> getOwners() {
    List<PersonCard> read = owners;
    if (read == null) {
      read =
          people.list(currentUser.get().counts(), null, null, false, null, CHOICE).items().stream()
              .filter(p -> p.active() && !p.departments().isEmpty())
              .toList();
      owners = read;
    }
    return read;
  }

  /** The touchpoint that the form is for; null when it is for a department. */
  public @Nullable ResponsibilityRow getChosen() {
    return getTouchpoints().stream()
        .filter(t -> t.key().equals(touchpoint))
        .findFirst()
        .orElse(null);
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

  public @Nullable String getTouchpoint() {
    return touchpoint;
  }

  public void setTouchpoint(@Nullable String touchpoint) {
    this.touchpoint = touchpoint;
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

  public boolean isOpen() {
    return open;
  }

  public void setOpen(boolean open) {
    this.open = open;
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(@Nullable String department) {
    this.department = Objects.requireNonNullElse(department, "");
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = Objects.requireNonNullElse(person, "");
  }
}
