package cx.slinga.web.projects;

import cx.slinga.improvement.ProjectFilter;
import cx.slinga.improvement.ProjectQueries;
import cx.slinga.improvement.ProjectRow;
import cx.slinga.improvement.ProjectSort;
import cx.slinga.improvement.ProjectState;
import cx.slinga.shared.Page;
import cx.slinga.web.shared.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The projects that the address names, those worth most first. */
@Named
@ViewScoped
public class ProjectsListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;

  @Inject private ProjectQueries queries;
  @Inject private Words words;

  private final HashMap<String, String> parameters = new HashMap<>();
  private transient @Nullable Page<ProjectRow> page;
  private transient @Nullable Long total;

  /** Reads what the address asks for. */
  public void load() {
    getPage();
  }

  private ProjectFilter filter() {
    return ProjectFilter.parse(parameters::get);
  }

  private Page<ProjectRow> getPage() {
    Page<ProjectRow> read = page;
    if (read == null) {
      read =
          queries.list(
              filter(), ProjectSort.parse(parameters.get("sort")), parameters.get("after"), SIZE);
      page = read;
    }
    return read;
  }

  public List<ProjectRow> getRows() {
    return getPage().items();
  }

  /** How many there are. */
  public long getTotal() {
    Long read = total;
    if (read == null) {
      read = queries.count(filter());
      total = read;
    }
    return read;
  }

  /** Where the list goes on; null on the last page. */
  public @Nullable String getNext() {
    String next = getPage().next();
    if (next == null) {
      return null;
    }
    Map<String, String> address = filter().parameters();
    String sort = parameters.get("sort");
    if (sort != null && !sort.isBlank()) {
      address.put("sort", sort);
    }
    address.put("after", next);
    return address.entrySet().stream()
        .map(one -> one.getKey() + "=" + words.encode(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Whether the list is not all there are. */
  public boolean isRestricted() {
    return !getParameters().isEmpty();
  }

  /** Propose one: it hides, the service protects. */
  public boolean isPropose() {
    return !queries.mayProposeFor().isEmpty();
  }

  public ProjectState[] getStates() {
    return ProjectState.values();
  }

  public ProjectSort[] getSorts() {
    return ProjectSort.values();
  }

  /** For the address of what is shown. */
  public Map<String, String> getParameters() {
    return filter().parameters();
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

  public @Nullable String getCause() {
    return parameters.get("cause");
  }

  public void setCause(@Nullable String cause) {
    put("cause", cause);
  }

  public @Nullable String getSort() {
    return parameters.get("sort");
  }

  public void setSort(@Nullable String sort) {
    put("sort", sort);
  }

  public @Nullable String getAfter() {
    return parameters.get("after");
  }

  public void setAfter(@Nullable String after) {
    put("after", after);
  }

  private void put(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      parameters.remove(name);
    } else {
      parameters.put(name, value);
    }
  }
}
