package cx.slinga.web.cases;

import cx.slinga.cases.CaseDetails;
import cx.slinga.cases.CaseFilter;
import cx.slinga.cases.CaseQueries;
import cx.slinga.cases.CaseRow;
import cx.slinga.cases.CaseSort;
import cx.slinga.cases.CaseTotal;
import cx.slinga.security.CurrentUser;
import cx.slinga.security.Visibility;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of cases. All of its state stands in the URL: address.filter(), order, page, row height
 * and the case that is looked at beside the list; so each change is a link, and back, refresh and
 * bookmark work. Without any filter it shows what is open; {@code view=all} shows everything.
 */
@Named
@RequestScoped
public class CasesListView {
  /** Rows of a page. */
  static final int SIZE = 25;

  /**
   * A view that most need daily.
   *
   * @param key of its name: {@code tab.<key>}
   * @param count null where it says nothing
   */
  public record Tab(String key, String url, @Nullable CaseTotal count, boolean current) {}

  @Inject private ListAddress address;
  @Inject private BulkPanel bulkPanel;
  @Inject private ViewsPanel viewsPanel;
  @Inject private CaseQueries cases;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  private Page<CaseRow> page = new Page<>(List.of(), null);
  private CaseTotal total = new CaseTotal(0, CaseTotal.Kind.EXACT);
  private List<Tab> tabs = List.of();
  private @Nullable CaseDetails look;

  /** Reads the URL and then the rows. */
  public void load() {
    Visibility visibility = currentUser.get().cases();
    address.read();
    bulkPanel.standsOver(address.filter(), address.sort());
    viewsPanel.standsOver(address.state());
    page = readPage(visibility);
    total =
        cases
            .total(visibility, address.filter())
            .seeing(page.items().size() + (page.next() == null ? 0 : 1));
    tabs = readTabs(visibility);
    look = readLook(visibility);
  }

  private Page<CaseRow> readPage(Visibility visibility) {
    String after = address.raw("after");
    try {
      return cases.list(visibility, address.filter(), address.sort(), after, SIZE);
    } catch (BusinessException unknown) {
      if (after == null) {
        throw unknown;
      }
      ListAddress.say(unknown);
      return cases.list(visibility, address.filter(), address.sort(), null, SIZE);
    }
  }

  private @Nullable CaseDetails readLook(Visibility visibility) {
    String number = address.raw("look");
    try {
      return number == null ? null : cases.details(visibility, number);
    } catch (NotFoundException gone) {
      ListAddress.say(gone);
      return null;
    }
  }

  /** The rows of this page. */
  public List<CaseRow> getRows() {
    return page.items();
  }

  /** How many cases the filter names, as far as they were counted. */
  public CaseTotal getTotal() {
    return total;
  }

  /** The daily views, with what waits in each. */
  public List<Tab> getTabs() {
    return tabs;
  }

  private List<Tab> readTabs(Visibility visibility) {
    return List.of(
        waiting(visibility, "open", Map.of("state", "active")),
        waiting(visibility, "late", Map.of("due", "late")),
        waiting(visibility, "uncontacted", Map.of("clock", "contact")),
        waiting(visibility, "resolved", Map.of("state", "resolved")),
        new Tab(
            "all",
            address.url(Map.of("view", "all")),
            null,
            address.filter().parameters().isEmpty()));
  }

  private Tab waiting(Visibility visibility, String key, Map<String, String> parameters) {
    boolean current = address.filter().parameters().equals(parameters);
    CaseTotal count = current ? total : cases.total(visibility, CaseFilter.parse(parameters::get));
    return new Tab(key, address.url(parameters), count, current);
  }

  /** Where the list begins again without any restriction. */
  public String getAll() {
    return address.url(Map.of("view", "all"));
  }

  /** The next page; null on the last. */
  public @Nullable String getNext() {
    String next = page.next();
    return next == null ? null : address.with("after", next);
  }

  /** Whether this page is not the first. */
  public boolean isFurther() {
    return address.raw("after") != null;
  }

  /** The first page. */
  public String getFirst() {
    return address.url(address.state());
  }

  /** The same list in another order. */
  public String sorted(CaseSort other) {
    Map<String, String> parameters = address.state();
    if (other == CaseSort.DUE) {
      parameters.remove("sort");
    } else {
      parameters.put("sort", other.parameter());
    }
    return address.url(parameters);
  }

  /** The order in force. */
  public CaseSort getSort() {
    return address.sort();
  }

  /** All orders. */
  public CaseSort[] getSorts() {
    return CaseSort.values();
  }

  /** Whether rows are low. */
  public boolean isDense() {
    return address.isDense();
  }

  /** The same page with rows of the height. */
  public String rows(boolean dense) {
    Map<String, String> parameters = address.here();
    if (dense) {
      parameters.put("rows", "dense");
    } else {
      parameters.remove("rows");
    }
    return address.url(parameters);
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
    Map<String, String> parameters = address.here();
    parameters.put("look", number);
    return address.url(parameters);
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

  /** The same page with nothing beside it, and its reader back at the row that was looked at. */
  public String getUnlook() {
    Map<String, String> parameters = address.here();
    String looked = parameters.remove("look");
    return address.url(parameters) + (looked == null ? "" : "#case-" + looked);
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
    Map<String, String> parameters = new LinkedHashMap<>(address.filter().parameters());
    if (address.sort() != CaseSort.DUE) {
      parameters.put("sort", address.sort().parameter());
    }
    return address.url("/cases/export", parameters);
  }
}
