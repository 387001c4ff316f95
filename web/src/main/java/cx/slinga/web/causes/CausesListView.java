package cx.slinga.web.causes;

import cx.slinga.organisation.DepartmentRow;
import cx.slinga.organisation.OrganisationQueries;
import cx.slinga.organisation.PersonRow;
import cx.slinga.rootcause.CauseFilter;
import cx.slinga.rootcause.CauseQueries;
import cx.slinga.rootcause.CauseRow;
import cx.slinga.rootcause.CauseState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The causes that the address names, those that most cases share first. */
@Named
@ViewScoped
public class CausesListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CauseQueries queries;
  @Inject private OrganisationQueries organisation;

  private final HashMap<String, String> parameters = new HashMap<>();
  private transient @Nullable List<CauseRow> rows;
  private transient @Nullable List<DepartmentRow> departments;
  private transient @Nullable List<PersonRow> owners;

  /** Reads what the address asks for. */
  public void load() {
    rows = queries.list(getFilter());
  }

  public CauseFilter getFilter() {
    return CauseFilter.parse(parameters::get);
  }

  /** Whether the list is not all there are. */
  public boolean isRestricted() {
    return !getFilter().parameters().isEmpty();
  }

  public List<CauseRow> getRows() {
    List<CauseRow> read = rows;
    if (read == null) {
      read = queries.list(getFilter());
      rows = read;
    }
    return read;
  }

  public List<DepartmentRow> getDepartments() {
    List<DepartmentRow> read = departments;
    if (read == null) {
      read = organisation.departments();
      departments = read;
    }
    return read;
  }

  public List<PersonRow> getOwners() {
    List<PersonRow> read = owners;
    if (read == null) {
      read = organisation.owners();
      owners = read;
    }
    return read;
  }

  public CauseState[] getStates() {
    return CauseState.values();
  }

  public @Nullable String getState() {
    return parameters.get("state");
  }

  public void setState(@Nullable String state) {
    put("state", state);
  }

  public @Nullable String getDepartment() {
    return parameters.get("department");
  }

  public void setDepartment(@Nullable String department) {
    put("department", department);
  }

  public @Nullable String getOwner() {
    return parameters.get("owner");
  }

  public void setOwner(@Nullable String owner) {
    put("owner", owner);
  }

  public @Nullable String getTouchpoint() {
    return parameters.get("touchpoint");
  }

  public void setTouchpoint(@Nullable String touchpoint) {
    put("touchpoint", touchpoint);
  }

  public @Nullable String getWords() {
    return parameters.get("q");
  }

  public void setWords(@Nullable String words) {
    put("q", words);
  }

  private void put(String name, @Nullable String value) {
    if (value == null) {
      parameters.remove(name);
    } else {
      parameters.put(name, value);
    }
  }

  /** For the address of what is shown. */
  public Map<String, String> getParameters() {
    return getFilter().parameters();
  }
}
