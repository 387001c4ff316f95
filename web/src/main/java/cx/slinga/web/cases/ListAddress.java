package cx.slinga.web.cases;

import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseFilterQueries;
import cx.slinga.cases.CaseSort;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Messages;
import cx.slinga.web.shared.Addresses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of the list of cases: what it says is the list's whole state, and each change of the
 * list is a link to another address. Without any filter it means what is open; {@code view=all}
 * means everything. What it says and nobody knows is told in words and ignored.
 */
@RequestScoped
public class ListAddress {
  /** In the order of the chips; each is a parameter of {@link CaseFilter}. */
  static final List<String> FILTERS =
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

  @Inject private HttpServletRequest request;
  @Inject private CaseFilterQueries filters;

  private CaseFilter filter = CaseFilter.all();
  private CaseSort sort = CaseSort.DUE;
  private @Nullable String columns;

  /** Reads filter and order. */
  void read() {
    filter = readFilter(new HashSet<>());
    sort = readSort();
    columns = ListColumns.spelled(ListColumns.parse(raw(ListColumns.NAME)));
  }

  /** The columns that were chosen, as an address spells them; null for the usual ones. */
  @Nullable String columns() {
    return columns;
  }

  CaseFilter filter() {
    return filter;
  }

  CaseSort sort() {
    return sort;
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
  @Nullable String raw(String name) {
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

  static void say(BusinessException refusal) {
    FacesContext context = FacesContext.getCurrentInstance();
    String text = Messages.text(context.getViewRoot().getLocale(), refusal);
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
  }

  /** Whether rows are low. */
  boolean isDense() {
    return "dense".equals(raw("rows"));
  }

  /** Filter, order, columns and row height, without the place in the list. */
  Map<String, String> state() {
    return looking(new LinkedHashMap<>(filter.parameters()));
  }

  /** These restrictions, shown as the list is. */
  private Map<String, String> looking(Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      parameters.put("view", "all");
    }
    if (sort != CaseSort.DUE) {
      parameters.put("sort", sort.parameter());
    }
    if (isDense()) {
      parameters.put("rows", "dense");
    }
    if (columns != null) {
      parameters.put(ListColumns.NAME, columns);
    }
    return parameters;
  }

  /** This very page: with its place in the list and what is looked at. */
  Map<String, String> here() {
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

  /** The list with one more parameter, from its beginning. */
  String with(String name, String value) {
    Map<String, String> parameters = state();
    parameters.put(name, value);
    return url(parameters);
  }

  /** The list without these restrictions, from its beginning. */
  String without(String... names) {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    Arrays.asList(names).forEach(parameters::remove);
    return url(looking(parameters));
  }

  /** The list with these parameters and no other. */
  String url(Map<String, String> parameters) {
    return url("/cases/list.xhtml", parameters);
  }

  /** Another address with these parameters. */
  String url(String path, Map<String, String> parameters) {
    return Addresses.of(request.getContextPath() + path, parameters);
  }
}
